import Registry
import Testing

@Suite struct `A path as text` {
  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"), ("", "b", "b"), (".", "b", "./b"),
    ("a", "/b", "/b"), ("a/b", "c/d", "a/b/c/d"), ("é", "ü", "é/ü"),
  ])
  func `is joined with one slash; an absolute name stays as it is`(
    directory: String, name: String, joined: String
  ) {
    #expect(PathText.join(directory, name) == joined)
  }

  /// As dirname(1) and basename(1) answer, but for the empty path, which is a file without a name.
  @Test(arguments: [
    ("a/b", "a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/", "a", "b"), ("a/b//", "a", "b"),
    ("/a/b/c", "/a/b", "c"), ("../a", "..", "a"), ("a/..", "a", ".."), (".", ".", "."),
    ("a/é", "a", "é"), ("/", "/", ""), ("", ".", ""),
  ])
  func `is split before its last part`(path: String, directory: String, name: String) {
    let parts = PathText.split(path)
    #expect(parts.directory == directory)
    #expect(parts.name == name)
  }

  @Test(arguments: ["a//b", "//a", "a/b//c"])
  func `leads to the same file when it is split and joined`(path: String) {
    let parts = PathText.split(path)
    let joined = PathText.join(parts.directory, parts.name)
    #expect(joined.split(separator: "/") == path.split(separator: "/"))
    #expect(joined.hasPrefix("/") == path.hasPrefix("/"))
  }
}
