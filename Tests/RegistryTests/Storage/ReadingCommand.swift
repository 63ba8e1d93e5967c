import TestSupport
import Testing

@testable import Registry

/// A command that reads, and its answer as text, for the sweep that fails its calls.
struct ReadingCommand: Sendable, CustomTestStringConvertible {
  let name: String
  private let change: @Sendable (inout DiskTree) -> Void
  /// - Throws: also when the answer tells of a file that could not be read.
  let answer: @Sendable (ModelRegistry) throws -> String
  var testDescription: String { name }

  static let all: [ReadingCommand] = stores.flatMap { store in
    questions.map { question in
      ReadingCommand(
        name: "\(question.name), \(store.name)", change: store.change, answer: question.answer)
    }
  }

  private typealias Question = (
    name: String, answer: @Sendable (ModelRegistry) throws -> String
  )

  private static let questions: [Question] = [
    ("resolve champion", { "\(try $0.resolve(.alias(.champion)).directory)" }),
    ("resolve a range", { "\(try $0.resolve(ModelReference("^1.0")).directory)" }),
    ("golden rows", { "\(try $0.resolve(.alias(.champion)).hasGoldenRows())" }),
    ("aliases", { "\(try $0.aliases())" }),
    ("names", { "\(try $0.names())" }),
    ("history", { "\(try $0.history())" }),
    (
      "diff",
      { "\(try $0.diff(from: ModelReference("v1.0.0"), to: .alias(.champion)))" }
    ),
    (
      "diff with artifacts",
      {
        let artifacts = try ArtifactDirectory("/artifacts", fileSystem: $0.fileSystem)
        return "\(try $0.diff(from: .alias(.champion), to: artifacts))"
      }
    ),
    (
      "next",
      {
        let artifacts = try ArtifactDirectory("/artifacts", fileSystem: $0.fileSystem)
        return "\(try $0.nextVersion(for: artifacts))"
      }
    ),
    (
      "gate",
      {
        let report = try $0.gate(ModelVersion("v1.0.0"))
        return "\(report)"
      }
    ),
    ("lint", { "\(try $0.lint(.alias(.champion)))" }),
    (
      "why",
      {
        let provenance = try $0.provenance(of: .alias(.champion))
        return "\(provenance)"
      }
    ),
    ("details", { "\(try $0.details(of: .alias(.champion)))" }),
    (
      "list",
      {
        let versions = try $0.versions()
        if let problem = versions.compactMap(\.problem).first { throw problem }
        return "\(versions)"
      }
    ),
    (
      "verify",
      {
        let result = try $0.verify()
        if let failure = result.findings.first(where: { $0.exitCode == .couldNotRun }) {
          throw failure
        }
        return "\(result)"
      }
    ),
  ]

  private static let stores: [(name: String, change: @Sendable (inout DiskTree) -> Void)] = [
    ("all well", { _ in }),
    (
      "the last line of the history missing",
      { tree in
        tree.edit(journal) { bytes in
          let lines = bytes.split(separator: 0x0A)
          bytes = Array(lines.dropLast().joined(separator: [0x0A])) + [0x0A]
        }
      }
    ),
    ("a version gone", { $0.remove("/models/registry/v1.2.0") }),
    ("no journal", { $0.remove(journal) }),
  ]

  private static let journal = "/models/registry/.registry/journal.jsonl"

  private static func fill(_ store: SimulatedStore) throws {
    try store.registerUnderPolicy()
    try store.register("v1.2.0", from: "/predicted")
    try store.registry.approve(ModelVersion("v1.1.0"), by: "ben")
    try store.promote("v1.1.0")
  }

  /// A disk to ask.
  func disk() throws -> SimulatedDisk {
    let disk = SimulatedDisk(SimulatedStore.empty)
    try Self.fill(SimulatedStore(on: disk))
    var tree = disk.tree
    change(&tree)
    return SimulatedDisk(tree)
  }
}
