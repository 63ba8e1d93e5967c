import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `The runs of a directory` {
  let directory: TemporaryDirectory
  let store: RunStore

  init() throws {
    directory = try TemporaryDirectory()
    store = SampleRuns(in: directory).store
  }

  private func write(_ ids: String...) throws {
    for id in ids { try store.write(SampleRuns.record(id)) }
  }

  @Test func `hold what was written, and nothing else`() throws {
    let run = try SampleRuns.record()
    try store.write(run, files: SampleRuns.files)
    #expect(try store.record(of: run.id) == run)
    let names = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
    let place = "artifacts/runs/\(run.id)"
    #expect(
      names.sorted() == [
        "artifacts", "artifacts/runs", place, "\(place)/metrics_v1.json",
        "\(place)/model_metadata_v1.json", "\(place)/model_signature_v1.json",
        "\(place)/model_v1.joblib", "\(place)/monitoring_baseline",
        "\(place)/monitoring_baseline/feature_profile.json",
        "\(place)/monitoring_baseline/score_profile.json", "\(place)/run.json",
      ])
  }

  @Test func `are none where nothing was trained`() throws {
    #expect(try store.ids().isEmpty)
    #expect(try store.records().runs.isEmpty)
    #expect(
      throws: RegistryError.noSuchRun("4k9x", directory: store.path, known: [])
    ) { try store.find("4k9x") }
  }

  @Test func `are never written over`() throws {
    let run = try SampleRuns.record()
    try store.write(run)
    let before = directory.contents()
    #expect(throws: RegistryError.fileInTheWay(path: store.directory(of: run.id))) {
      try store.write(SampleRuns.record(rocAUC: 0.1))
    }
    #expect(directory.contents() == before)
  }

  @Test func `are left alone by the next training into the directory above`() throws {
    try store.write(SampleRuns.record(), files: SampleRuns.files)
    let before = directory.contents()
    let artifacts = directory.file("artifacts")
    try ArtifactDirectory.write(SampleRuns.files, to: artifacts)
    try ArtifactDirectory.write(Array(SampleRuns.files.prefix(4)), to: artifacts)
    for (name, content) in before { #expect(directory.contents()[name] == content, "\(name)") }
    #expect(!ArtifactDirectory.holds("runs", try ArtifactDirectory(artifacts)))
  }

  @Test func `are found by what is typed of their names`() throws {
    try write("20261121-153312-4k9x2m", "20261121-153313-4kab00", "20261122-000000-zzzzzz")
    #expect(try store.find("4k9").description == "20261121-153312-4k9x2m")
    #expect(try store.find("20261122").description == "20261122-000000-zzzzzz")
    let matches = try ["20261121-153313-4kab00", "20261121-153312-4k9x2m"].map(SampleRuns.id)
    #expect(
      throws: RegistryError.ambiguousRun("4k", directory: store.path, matches: matches)
    ) { try store.find("4k") }
    let known = try [SampleRuns.id("20261122-000000-zzzzzz")] + matches
    #expect(throws: RegistryError.noSuchRun("../x", directory: store.path, known: known)) {
      try store.find("../x")
    }
  }

  @Test func `are listed oldest first, the damaged ones as such`() throws {
    try write("20261121-153313-000000", "20261121-153312-000000", "20261121-153314-000000")
    try directory.write("{", to: "artifacts/runs/20261121-153313-000000/run.json")
    try FileManager.default.createDirectory(
      atPath: directory.file("artifacts/runs/20261121-153315-000000"),
      withIntermediateDirectories: true)
    try directory.write("notes", to: "artifacts/runs/README.md")
    try directory.write("{}", to: "artifacts/runs/.20261121-153316-000000-7-1/run.json")
    try directory.write("a file", to: "artifacts/runs/20261121-153317-000000")
    let (runs, problems) = try store.records()
    #expect(
      runs.map(\.id.description) == ["20261121-153312-000000", "20261121-153314-000000"])
    let path = directory.file("artifacts/runs/20261121-153313-000000")
    #expect(
      problems.map(\.error) == [
        .damagedRun(
          directory: path,
          .invalidJSON(path: path + "/run.json", JSONError(offset: 1, reason: .unexpectedEnd))),
        .damagedRun(
          directory: directory.file("artifacts/runs/20261121-153315-000000"),
          .noSuchFile(path: directory.file("artifacts/runs/20261121-153315-000000/run.json"))),
      ])
  }

  @Test(.timeLimit(.minutes(1)), arguments: SpecialFile.allCases)
  func `survive what stands in the place of a record`(kind: SpecialFile) throws {
    try write("20261121-153312-000000", "20261121-153313-000000")
    let outside = try directory.write("{}", to: "outside")
    let path = directory.file("artifacts/runs/20261121-153313-000000/run.json")
    guard kind.make(at: path, outside: outside) else { return }
    let (runs, problems) = try store.records()
    #expect(runs.count == 1)
    #expect(problems.first?.error.exitCode == .integrityFailure)
  }

  @Test func `that are links are no runs`() throws {
    try write("20261121-153312-000000")
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("artifacts/runs/20261121-153313-000000"),
      withDestinationPath: "20261121-153312-000000")
    #expect(try store.ids().count == 1)
  }

  @Test func `that left no model cannot be registered`() throws {
    var run = try SampleRuns.record()
    run.status = .stopped
    try store.write(run)
    #expect(throws: RegistryError.runWithoutModel(run.id, .stopped)) {
      try store.artifacts(of: run.id)
    }
  }
}

extension ArtifactDirectory {
  fileprivate static func holds(_ name: String, _ artifacts: ArtifactDirectory) -> Bool {
    artifacts.items.contains { $0.name == name }
  }
}

@Suite struct `A run` {
  private static let files = SampleRuns.files

  private func write(on fileSystem: any FileSystem) throws {
    try RunStore(artifacts: "/artifacts", fileSystem: fileSystem)
      .write(SampleRuns.record(), files: Self.files)
  }

  /// Whether a run is there; where one is, it has to be whole.
  private func isThere(_ tree: DiskTree) throws -> Bool {
    let disk = SimulatedDisk(tree)
    let store = RunStore(artifacts: "/artifacts", fileSystem: disk)
    let (runs, problems) = try store.records()
    #expect(problems.isEmpty)
    guard let run = runs.first else { return false }
    #expect(try run == SampleRuns.record())
    let contents = tree.contents(hiding: [])
    for file in Self.files {
      #expect(contents["/artifacts/runs/\(run.id)/\(file.name)"] != nil, "\(file.name)")
    }
    _ = try store.artifacts(of: run.id)
    return true
  }

  @Test func `is there whole or not at all when a call fails`() throws {
    for number in 1... {
      let disk = SimulatedDisk(SimulatedStore.empty)
      let failing = FailingFileSystem(disk, failing: number, errno: ENOSPC, failsForEver: true)
      let outcome = Result { try write(on: failing) }
      guard failing.callNames.count >= number else { break }
      let isThere = try isThere(disk.tree)
      if case .success = outcome { #expect(isThere, "call \(number)") }
    }
  }

  @Test func `is there whole or not at all after a power cut, and there when that was said`() throws
  {
    let disk = SimulatedDisk(SimulatedStore.empty)
    disk.settle()
    try write(on: disk)
    var generator = SplitMix(state: 7)
    for moment in disk.moments {
      for tree in moment.crashStates(.quick, using: &generator) { _ = try isThere(tree) }
    }
    for tree in try #require(disk.moments.last).crashStates(.quick, using: &generator) {
      #expect(try isThere(tree))
    }
  }
}
