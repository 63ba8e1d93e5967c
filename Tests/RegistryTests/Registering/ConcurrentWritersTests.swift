import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Writers at the same time` {
  private static let threads = 8
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
  }

  @Test func `register one version once, whole, and the others are told`() throws {
    let version = try ModelVersion("v1.0.0")
    for number in 0..<Self.threads {
      try SampleArtifacts.write(
        in: directory, at: "artifacts-\(number)", model: "model \(number)",
        recall: Double(number) / 10)
    }
    let outcomes = onThreads(Self.threads) { [directory, registry] number in
      try registry.register(
        ArtifactDirectory(directory.file("artifacts-\(number)")), as: version, by: "\(number)")
    }
    #expect(outcomes.count == Self.threads)
    let winners = outcomes.compactMap { try? $0.get() }
    #expect(winners.map(\.historyFailure) == [nil])
    for case .failure(let error) in outcomes {
      #expect(
        error as? RegistryError
          == .alreadyRegistered(version, suggestion: try ModelVersion("v1.0.1")))
    }
    // Hashes every file: they are those of one thread.
    let model = try registry.resolve(.exact(version))
    let number = try registry.manifest(of: version).registeredBy
    #expect(try model.readModel() == Array("model \(number)".utf8))
    #expect(try registry.history().map(\.actor) == [number])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: directory.file("registry/.registry/staging")) == [])
  }

  @Test func `register different versions, each of which is in the history`() throws {
    try SampleArtifacts.write(in: directory)
    let outcomes = onThreads(Self.threads) { [directory, registry] number in
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: ModelVersion("v1.\(number).0"),
        by: "\(number)")
    }
    for outcome in outcomes { #expect(try outcome.get().historyFailure == nil) }
    #expect(
      Set(try registry.history().map(\.version)) == Set(try registry.versions().map(\.version)))
    #expect(try registry.history().count == Self.threads)
  }

  @Test func `promote one after the other, and a reader always finds a whole champion`() throws {
    try SampleArtifacts.write(in: directory)
    let versions = try (0..<Self.threads).map { try ModelVersion("v1.\($0).0") }
    for version in versions {
      try registry.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana")
    }
    try registry.promote(versions[0], by: "ana")
    let outcomes = onThreads(Self.threads + 1) { [registry] number in
      if number < Self.threads {
        for version in [versions[number], versions[(number + 1) % Self.threads]] {
          let promotion = try registry.promote(version, by: "\(number)")
          guard promotion.historyFailure == nil else { throw CancellationError() }
        }
      } else {
        for _ in 0..<100 {
          let model = try registry.resolve(.alias(.champion))
          guard try model.readModel() == Array("model bytes".utf8) else {
            throw CancellationError()
          }
          _ = try registry.versions()
          _ = try registry.history()
        }
      }
    }
    for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
    let promotions = try registry.history().filter { $0.event == .promote }
    #expect(promotions.map(\.generation) == Array(1...promotions.count))
    #expect(try registry.alias(.champion)?.generation == promotions.count)
    // Each says what was there before: the one before it.
    #expect(promotions.dropFirst().map(\.previous) == promotions.dropLast().map(\.version))
  }
}

extension `Writers at the same time` {
  @Test func `keep one chain, whatever they record`() throws {
    try SampleArtifacts.write(in: directory)
    let artifacts = try ArtifactDirectory(directory.file("artifacts"))
    let versions = try (0..<Self.threads).map { try ModelVersion("v1.\($0).0") }
    for version in versions { try registry.register(artifacts, as: version, by: "ana") }
    let outcomes = onThreads(Self.threads) { [registry] number in
      let version = versions[number]
      try registry.approve(version, by: "\(number)")
      try registry.setAlias(.staging, to: version, by: "\(number)")
      try registry.yank(version, by: "\(number)", reason: "alarm")
      try registry.register(artifacts, as: ModelVersion("v2.\(number).0"), by: "\(number)")
      try registry.restore(version, by: "\(number)")
    }
    for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
    #expect(try registry.checkHistory().lineCount == 6 * Self.threads)
    for number in 0..<Self.threads {
      let events = try registry.history().filter { $0.actor == "\(number)" }.map(\.event)
      #expect(events == [.approve, .alias, .yank, .register, .restore])
    }
    #expect(try registry.verify().findings == [])
  }
}
