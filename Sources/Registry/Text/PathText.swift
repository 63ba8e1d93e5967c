/// Paths as text: joining and splitting at `/`, with no look at the disk.
package enum PathText {
  /// `directory/name`; an absolute `name` stays as it is.
  package static func join(_ directory: String, _ name: String) -> String {
    if name.utf8.first == slash || directory.isEmpty { return name }
    return directory.utf8.last == slash ? directory + name : directory + "/" + name
  }

  /// The directory and the last component: `a/b/` is `("a", "b")`, `b` is `(".", "b")`.
  package static func split(_ path: String) -> (directory: String, name: String) {
    var bytes = Array(path.utf8)
    while bytes.count > 1 && bytes.last == slash { bytes.removeLast() }
    guard let cut = bytes.lastIndex(of: slash) else {
      return (".", String(decoding: bytes, as: UTF8.self))
    }
    let directory = cut == 0 ? "/" : String(decoding: bytes[..<cut], as: UTF8.self)
    return (directory, String(decoding: bytes[(cut + 1)...], as: UTF8.self))
  }

  /// What stands between the slashes, cut at bytes: a combining mark behind one does not hide it.
  package static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: slash, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static let slash = UInt8(ascii: "/")
}
