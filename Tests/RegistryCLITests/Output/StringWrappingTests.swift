import Testing

@testable import RegistryCLI

@Suite struct `Wrapping` {
  @Test(arguments: [
    ("", [""]), ("one two", ["one two"]), ("one two three", ["one two", "three"]),
    ("one\n\ntwo", ["one", "", "two"]), ("a  b", ["a b"]),
    ("incomprehensible is", ["incomprehensible", "is"]),
    ("  kept  as it is, however long", ["  kept  as it is, however long"]),
    ("東京 東京", ["東京", "東京"]),
  ])
  func `breaks between words at eight cells`(text: String, lines: [String]) {
    #expect(text.wrapped(to: 8) == lines)
  }
}
