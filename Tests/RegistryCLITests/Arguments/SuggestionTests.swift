import Testing

@testable import RegistryCLI

@Suite struct `A suggestion` {
  private static let names = ["promote", "predict", "list", "verify", "--version", "--registry"]

  @Test(arguments: [
    ("promtoe", "promote"), ("promot", "promote"), ("lsit", "list"), ("lists", "list"),
    ("--verison", "--version"), ("--vers", "--version"), ("-version", "--version"),
    ("versoin", "--version"), ("--reg", "--registry"), ("pred", "predict"),
  ])
  func `is the closest name`(typed: String, meant: String) {
    #expect(suggestion(for: typed, among: Self.names) == meant)
  }

  @Test(arguments: ["", "-", "--", "x", "pr", "zebra", "listlist", "--registration-of-models"])
  func `is not made when nothing is close`(typed: String) {
    #expect(suggestion(for: typed, among: Self.names) == nil)
  }

  /// Counted by hand; "ca" to "abc" is 3 without editing a letter twice.
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1),
  ])
  func `counts edits`(first: String, second: String, distance: Int) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }
}
