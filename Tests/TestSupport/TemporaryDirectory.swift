public import Foundation

/// A directory of a test's own, removed with the value.
public final class TemporaryDirectory: Sendable {
  public let path: String

  public init() throws {
    path = NSTemporaryDirectory() + "registry-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // Registered versions are sealed: their directories are not writable.
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      chmod(file(name), 0o755)
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in here.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file, making its directories.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// The text of a file.
  public func read(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  /// Every file below, by path, with its content; directories end in `/`.
  public func contents() -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      contents[name] = FileManager.default.contents(atPath: file(name))
    }
    return contents
  }
}
