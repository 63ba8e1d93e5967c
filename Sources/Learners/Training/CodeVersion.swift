internal import Registry

/// The revision of the code that trains: the commit that the working directory stands on.
///
/// The files of git are read, git itself is not run: `HEAD`, the ref that it names, or
/// `packed-refs`. Uncommitted changes are not seen.
///
/// Source: git's gitrepository-layout(5).
enum CodeVersion {
  /// The commit's id, or `nil` where there is no repository or no commit.
  static func current(from directory: String = ".") -> String? {
    var directory = directory
    for _ in 0..<64 {
      if let git = gitDirectory(in: directory) { return commit(in: git) }
      directory = PathText.join(directory, "..")
    }
    return nil
  }

  /// `.git`, or where a `.git` file of a worktree points to.
  private static func gitDirectory(in directory: String) -> String? {
    let path = PathText.join(directory, ".git")
    if text(PathText.join(path, "HEAD")) != nil { return path }
    guard let pointer = text(path), pointer.hasPrefix("gitdir: ") else { return nil }
    return PathText.join(directory, String(pointer.dropFirst("gitdir: ".count)))
  }

  private static func commit(in git: String) -> String? {
    guard let head = text(PathText.join(git, "HEAD")) else { return nil }
    guard head.hasPrefix("ref: ") else { return checked(head) }
    let ref = String(head.dropFirst("ref: ".count))
    // A worktree keeps its HEAD and shares the rest.
    let common = text(PathText.join(git, "commondir")).map { PathText.join(git, $0) } ?? git
    if let id = text(PathText.join(common, ref)) { return checked(id) }
    let packed = text(PathText.join(common, "packed-refs")) ?? ""
    let line = packed.split(separator: "\n").first { $0.hasSuffix(" " + ref) }
    return line.flatMap { checked(String($0.prefix { $0 != " " })) }
  }

  private static func checked(_ id: String) -> String? {
    let isID = [40, 64].contains(id.utf8.count) && id.allSatisfy(\.isHexDigit)
    return isID ? id : nil
  }

  /// A small file's text without white space at its ends; `nil` when it cannot be read.
  private static func text(_ path: String) -> String? {
    guard let file = try? FileSource(path: path) else { return nil }
    var bytes: [UInt8] = []
    while let count = try? file.read(upTo: 1 << 20, into: &bytes), count > 0 {
      guard bytes.count < 64 << 20 else { return nil }
    }
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let body = text.drop(while: \.isWhitespace)
    let end = body.lastIndex { !$0.isWhitespace }
    return end.map { String(body[...$0]) }
  }
}
