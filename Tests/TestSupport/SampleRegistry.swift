import Foundation
public import Registry

/// A registry in a directory of a test's own, whose clock stands still until it is moved.
public struct SampleRegistry {
  public let directory: TemporaryDirectory
  public let registry: ModelRegistry
  private let clock: Clock

  /// Registers small versions in this order, by `ana`, at 2026-01-15T10:30:00Z.
  public init(_ versions: String...) throws {
    directory = try TemporaryDirectory()
    let clock = Clock()
    self.clock = clock
    // A program that another test starts holds a copy of each open lock until it runs: that is waited for.
    registry = ModelRegistry(
      at: directory.file("registry"), fileSystem: PosixFileSystem(), lockTimeoutSeconds: 10,
      clock: { clock.now })
    try SampleArtifacts.write(in: directory)
    for version in versions { try register(version) }
  }

  public func register(_ version: String) throws {
    try registry.register(
      ArtifactDirectory(directory.file("artifacts")), as: ModelVersion(version), by: "ana")
  }

  /// Moves the clock on.
  public func wait(days: Int) { clock.move(by: days * 86_400) }

  /// The path of something in the registry.
  public func file(_ name: String) -> String { directory.file("registry/" + name) }

  /// The lines of the history.
  public func journal() throws -> [String] {
    try directory.read("registry/.registry/journal.jsonl").split(separator: "\n").map(String.init)
  }

  public func writeJournal(_ lines: [String], end: String = "\n") throws {
    let text = lines.joined(separator: "\n") + end
    try directory.write(text, to: "registry/.registry/journal.jsonl")
  }
}

/// A class because the registry and the test share the hand of it.
private final class Clock: @unchecked Sendable {
  private let lock = NSLock()
  private var seconds = 1_768_473_000

  var now: Timestamp { lock.withLock { Timestamp(secondsSinceEpoch: seconds) } }
  func move(by seconds: Int) { lock.withLock { self.seconds += seconds } }
}
