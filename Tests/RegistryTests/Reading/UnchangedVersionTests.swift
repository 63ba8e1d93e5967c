import Foundation
import Registry
import Synchronization
import TestSupport
import Testing

@Suite struct `Listing a version` {
  let directory: TemporaryDirectory
  let version: ModelVersion

  init() throws {
    directory = try TemporaryDirectory()
    version = try ModelVersion("v1.0.0")
    try SampleArtifacts.write(in: directory)
  }

  /// The registry, whose clock shows so many seconds more than it is.
  private func registry(
    clockAhead seconds: Int = 0, fileSystem: any FileSystem = PosixFileSystem()
  ) -> ModelRegistry {
    ModelRegistry(at: directory.file("registry"), fileSystem: fileSystem) {
      Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch + seconds)
    }
  }

  private func register(clockAhead seconds: Int = 0) throws {
    try registry(clockAhead: seconds).register(
      ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana", notes: "größer")
  }

  /// Changes a registered file.
  private func damage(_ name: String) throws {
    chmod(directory.file("registry/v1.0.0/\(name)"), 0o644)
    try directory.write("{}", to: "registry/v1.0.0/\(name)")
  }

  private func list(_ metric: String? = nil) throws -> VersionSummary? {
    try registry().versions(metric: metric).first
  }

  @Test func `reads none of its files when nobody changed them since it was registered`() throws {
    try register()
    let fileSystem = ObservedFileSystem()
    let quick = try registry(fileSystem: fileSystem).versions()
    #expect(fileSystem.opened.allSatisfy { !$0.hasPrefix("v1") })
    #expect(quick.first?.metric?.value == 0.86)
    #expect(quick.first?.notes == "größer")
  }

  @Test(arguments: [nil, "pr_auc", "recall", "unknown"])
  func `tells the same when its files have later times, as in a copy`(metric: String?) throws {
    try register()
    let late = ObservedFileSystem(secondsLater: 60)
    let slow = try registry(fileSystem: late).versions(metric: metric)
    #expect(late.opened.contains("v1.0.0"))
    #expect(try registry().versions(metric: metric) == slow)
  }

  @Test(arguments: ["manifest.json", "metrics.json"])
  func `shows damage that came after it was registered`(name: String) throws {
    try register(clockAhead: -60)
    #expect(try list()?.status == .registered)
    try damage(name)
    #expect(try list()?.status == .damaged)
  }

  @Test(arguments: ["manifest.json", "metrics.json"])
  func `shows a file that is gone or became a link`(name: String) throws {
    try register(clockAhead: 60)
    let path = directory.file("registry/v1.0.0/\(name)")
    chmod(directory.file("registry/v1.0.0"), 0o755)
    try FileManager.default.moveItem(atPath: path, toPath: directory.file("elsewhere"))
    #expect(try list()?.status == .damaged)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: directory.file("elsewhere"))
    #expect(try list()?.status == .damaged)
  }

  @Test func `leaves out one whose directory is gone or a link, whatever the history says`() throws
  {
    try register(clockAhead: 60)
    let path = directory.file("registry/v1.0.0")
    try FileManager.default.moveItem(atPath: path, toPath: directory.file("elsewhere"))
    #expect(try list() == nil)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: directory.file("elsewhere"))
    #expect(try list() == nil)
  }

  @Test func `reads the metrics where its line does not tell them, as lines did once`() throws {
    try register()
    let line = try directory.read("registry/.registry/journal.jsonl")
    try directory.write(
      line.replacing(/, "metric": {.*?}/, with: "")
        .replacing(/, "self_sha256": "[0-9a-f]*"/, with: ""),
      to: "registry/.registry/journal.jsonl")
    #expect(try list()?.metric?.value == 0.86)
    #expect(try list()?.status == .registered)
    #expect(try registry().verify().findings == [])
    try damage("metrics.json")
    #expect(try list()?.status == .damaged)
  }

  @Test(arguments: ["", "no moment", "9999-99-99T00:00:00Z"])
  func `reads its files where the time of its line tells nothing`(time: String) throws {
    try register()
    let line = try directory.read("registry/.registry/journal.jsonl")
    try directory.write(
      line.replacing(/"time": "[^"]*"/, with: "\"time\": \"\(time)\"")
        .replacing(/"metric": {.*?}/, with: "\"metric\": {\"name\": \"x\", \"value\": 1}")
        .replacing(/, "self_sha256": "[0-9a-f]*"/, with: ""),
      to: "registry/.registry/journal.jsonl")
    #expect(try list()?.metric?.name == "pr_auc")
    #expect(try registry().verify().findings.count == 1, "the line is not what the files say")
  }

  @Test(arguments: [#""name": "pr_auc", "value": 0.87"#, #""name": "recall_at_5", "value": 0.86"#])
  func `is found out by verify when its line has another metric than its file`(
    metric: String
  ) throws {
    try register()
    let line = try directory.read("registry/.registry/journal.jsonl")
    let other = line.replacing(/"metric": {.*?}/, with: "\"metric\": {\(metric)}")
      .replacing(/, "self_sha256": "[0-9a-f]*"/, with: "")
    try directory.write(other, to: "registry/.registry/journal.jsonl")
    let path = directory.file("registry/.registry/journal.jsonl")
    #expect(try registry().verify().findings == [.brokenHistory(path: path, line: 1)])
    #expect(throws: RegistryError.brokenHistory(path: path, line: 1)) {
      try registry().checkHistory()
    }
    // A metrics file that cannot be read is no damage to the history.
    try directory.write(line, to: "registry/.registry/journal.jsonl")
    try damage("metrics.json")
    #expect(try registry().checkHistory().lineCount == 1)
  }

  @Test func `needs a line that says the metric also when a crash left it out`() throws {
    try register()
    let journal = "registry/.registry/journal.jsonl"
    let line = try directory.read(journal)
    #expect(line.contains(#""metric": {"name": "pr_auc", "value": 0.86}, "previous_sha256": null"#))
    try directory.write("", to: journal)
    #expect(try registry().history().first?.metric?.name == "pr_auc")
    try registry().approve(version, by: "ana")
    #expect(try directory.read(journal).hasPrefix(line))
  }
}

/// Notes what is opened, and can say that files changed later than they did.
private final class ObservedFileSystem: FileSystemWrapper {
  let real: any FileSystem = PosixFileSystem()
  private let secondsLater: Int64
  private let names = Mutex<[String]>([])
  var opened: [String] { names.withLock { $0 } }

  init(secondsLater: Int64 = 0) { self.secondsLater = secondsLater }

  func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    names.withLock { $0.append(name) }
    return try real.open(name, in: directory, flags: flags, mode: mode)
  }

  func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    let status = try real.status(of: name, in: directory)
    return FileStatus(
      kind: status.kind, byteCount: status.byteCount, mode: status.mode, device: status.device,
      inode: status.inode, owner: status.owner, modifiedNanoseconds: status.modifiedNanoseconds,
      changedNanoseconds: status.changedNanoseconds + secondsLater * 1_000_000_000)
  }
}
