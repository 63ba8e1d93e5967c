import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `An examination` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    try SampleArtifacts.write(in: directory)
    try register("v1.0.0")
  }

  private func register(_ version: String) throws {
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion(version), by: "ana")
  }

  private func outcome(
    _ subject: Examination.Subject, in examination: Examination
  ) -> [Examination.Outcome] {
    examination.checks.filter { $0.subject == subject }.map(\.outcome)
  }

  private func staging() -> [String] {
    let path = directory.file("registry/.registry/staging")
    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  @Test(arguments: [false, true])
  func
    `finds nothing in a registry that is well, looks at everything once, and leaves it as it was`(
      repairing: Bool
    ) throws
  {
    let before = directory.contents()
    let examination = try registry.examine(repairing: repairing)
    #expect(examination.checks.map(\.subject) == Examination.Subject.allCases)
    #expect(examination.checks.allSatisfy { $0.outcome == .ok }, "\(examination.checks)")
    #expect(examination.isHealthy)
    var after = directory.contents()
    // Who repairs writes their name into the lock, as every writer does.
    if repairing { after["registry/.registry/lock"] = before["registry/.registry/lock"] }
    #expect(after == before)
  }

  @Test func `needs a registry`() throws {
    let path = directory.file("nothing")
    for repairing in [false, true] {
      #expect(throws: RegistryError.noRegistry(path: path)) {
        try ModelRegistry(at: path).examine(repairing: repairing)
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `tries nothing out where nothing was ever written, and makes nothing`() throws {
    try FileManager.default.createDirectory(
      atPath: directory.file("empty"), withIntermediateDirectories: true)
    let examination = try ModelRegistry(at: directory.file("empty")).examine()
    #expect(outcome(.replace, in: examination) == [.skipped])
    #expect(examination.isHealthy)
    #expect(!FileManager.default.fileExists(atPath: directory.file("empty/.registry")))
  }

  // MARK: Leftovers

  @Test func `finds leftovers of killed runs, and removes them when it repairs`() throws {
    try directory.write("x", to: "registry/.registry/staging/register-v2.0.0-1-ab/model/model.bin")
    chmod(directory.file("registry/.registry/staging/register-v2.0.0-1-ab/model"), 0o555)
    try directory.write("{}", to: "registry/.registry/staging/champion.json-1-cd")
    symlink("nowhere", directory.file("registry/.registry/staging/link"))
    let before = directory.contents()
    let look = try registry.examine()
    #expect(outcome(.staging, in: look) == [.problem])
    #expect(
      look.checks.first { $0.subject == .staging }?.message
        == "3 leftovers of killed runs: 'champion.json-1-cd', 'link', 'register-v2.0.0-1-ab'")
    #expect(!look.isHealthy)
    #expect(directory.contents() == before)
    let repaired = try registry.examine(repairing: true)
    #expect(outcome(.staging, in: repaired) == [.repaired])
    #expect(repaired.isHealthy)
    #expect(staging() == [])
    #expect(try registry.verify().isClean)
  }

  @Test func `follows no link out of the staging directory`() throws {
    try directory.write("kept", to: "outside/file")
    symlink(
      directory.file("outside"), directory.file("registry/.registry/staging/register-v2.0.0-1-ab"))
    _ = try registry.examine(repairing: true)
    #expect(staging() == [])
    #expect(try directory.read("outside/file") == "kept")
  }

  @Test func `leaves alone what a live register has staged`() throws {
    let opened = try RegistryDirectory.openToWrite(
      registry.path, fileSystem: PosixFileSystem())
    let live = try StagedVersion(
      ModelVersion("v2.0.0"), in: opened.staging(), hasher: SHA256.self)
    #expect(outcome(.staging, in: try registry.examine()) == [.ok])
    #expect(outcome(.staging, in: try registry.examine(repairing: true)) == [.ok])
    #expect(staging() == [live.name])
    withExtendedLifetime(live) {}
  }

  @Test func `never keeps a register that runs at the same time from its work`() throws {
    let registry = registry
    let artifacts = directory.file("artifacts")
    let answers = onThreads(6) { number in
      for round in 0..<8 {
        if number < 3 {
          try registry.register(
            ArtifactDirectory(artifacts), as: ModelVersion("v\(number + 2).\(round).0"), by: "ana")
        } else {
          let examination = try registry.examine(repairing: number > 3)
          #expect(examination.isHealthy, "\(examination.checks)")
        }
      }
    }
    for answer in answers { try answer.get() }
    #expect(staging() == [])
    #expect(try registry.versions().count == 25)
    #expect(try registry.verify().findings == [])
  }

  @Test func `takes nothing for a leftover that a writer may be writing`() throws {
    try directory.write("{}", to: "registry/.registry/staging/champion.json-1-cd")
    let opened = try RegistryDirectory.openToWrite(
      registry.path, fileSystem: PosixFileSystem())
    let lock = try opened.lock(for: "promote", timeoutSeconds: 0)
    #expect(outcome(.staging, in: try registry.examine()) == [.skipped])
    let impatient = ModelRegistry(
      at: registry.path, fileSystem: PosixFileSystem(), lockTimeoutSeconds: 0)
    #expect(throws: RegistryError.self) { try impatient.examine(repairing: true) }
    #expect(staging() == ["champion.json-1-cd"])
    withExtendedLifetime(lock) {}
  }

  // MARK: What a crash left undone

  @Test func `finds lines that a crash left out of the history, and writes them`() throws {
    let journal = "registry/.registry/journal.jsonl"
    try register("v1.1.0")
    let whole = try directory.read(journal)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    try directory.write("\(lines[0])\n\(lines[1].prefix(40))", to: journal)
    #expect(outcome(.history, in: try registry.examine()) == [.problem])
    #expect(outcome(.history, in: try registry.examine(repairing: true)) == [.repaired])
    #expect(try directory.read(journal) == whole)
  }

  @Test func `cuts the end of a line that commits its event, which never came to be`() throws {
    let journal = "registry/.registry/journal.jsonl"
    let before = try directory.read(journal)
    try registry.yank(ModelVersion("v1.0.0"), by: "ana", reason: "wrong data")
    let whole = try directory.read(journal)
    try directory.write(String(whole.dropLast(9)), to: journal)
    #expect(outcome(.history, in: try registry.examine()) == [.problem])
    #expect(outcome(.history, in: try registry.examine(repairing: true)) == [.repaired])
    #expect(try directory.read(journal) == before)
  }

  @Test func `finds files of a pruned version, and removes them`() throws {
    try register("v1.1.0")
    let kept = directory.file("kept")
    try FileManager.default.copyItem(atPath: directory.file("registry/v1.0.0"), toPath: kept)
    try registry.prune(keeping: 1, by: "ana")
    try FileManager.default.moveItem(atPath: kept, toPath: directory.file("registry/v1.0.0"))
    #expect(outcome(.pruned, in: try registry.examine()) == [.problem])
    #expect(outcome(.pruned, in: try registry.examine(repairing: true)) == [.repaired])
    #expect(!FileManager.default.fileExists(atPath: directory.file("registry/v1.0.0")))
    #expect(try registry.verify().findings == [])
  }

  @Test func `cuts no end of the history that no crash leaves`() throws {
    let journal = "registry/.registry/journal.jsonl"
    let text = try directory.read(journal) + "something else"
    try directory.write(text, to: journal)
    let examination = try registry.examine(repairing: true)
    #expect(outcome(.history, in: examination) == [.problem])
    #expect(try directory.read(journal) == text)
  }

  @Test func `finds a version whose directory lacks its mode, and sets it`() throws {
    let path = directory.file("registry/v1.0.0")
    chmod(path, 0o755)
    #expect(outcome(.versions, in: try registry.examine()) == [.problem])
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o755)
    #expect(outcome(.versions, in: try registry.examine(repairing: true)) == [.repaired])
    #expect(try registry.verify().findings == [])
  }

  // MARK: Clocks

  @Test func `finds clocks that are apart, and events from the future`() throws {
    let late = Timestamp.now().secondsSinceEpoch
    for (offset, count) in [(-3600, 2), (3600, 1), (30, 0)] {
      let registry = ModelRegistry(at: registry.path, fileSystem: PosixFileSystem()) {
        Timestamp(secondsSinceEpoch: late + offset)
      }
      let checks = try registry.examine().checks.filter { $0.subject == .clock }
      #expect(checks.filter { $0.outcome == .problem }.count == count, "\(checks)")
    }
  }

  @Test func `hashes a copied registry once, so that nobody has to again`() throws {
    let fingerprints = directory.file("registry/.registry/fingerprints")
    try FileManager.default.removeItem(atPath: fingerprints)
    #expect(outcome(.fingerprints, in: try registry.examine()) == [.ok])
    #expect(!FileManager.default.fileExists(atPath: fingerprints))
    #expect(outcome(.fingerprints, in: try registry.examine(repairing: true)) == [.repaired])
    #expect(FileManager.default.fileExists(atPath: fingerprints + "/v1.0.0"))
    #expect(outcome(.fingerprints, in: try registry.examine(repairing: true)) == [.ok])
  }
}
