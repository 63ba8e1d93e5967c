/// What an encoder makes of the values of one column.
struct CategoryAnswers: Sendable {
  /// The answers for numbers, or for texts.
  var numbers: [Double: Double] = [:]
  var texts: [UTF8Key: Double] = [:]
  /// The answer for a missing value and for one that is none of these; `nil` where the encoder takes none.
  var missing: Double?
  var unknown: Double?

  /// The answer for a number, NaN for a missing one.
  func answer(_ number: Double) -> Double? {
    // 0 and -0 are one number, and hash alike.
    number.isNaN ? missing : numbers[number] ?? unknown
  }

  /// The answer for a text.
  func answer(_ text: String) -> Double? { texts[UTF8Key(text)] ?? unknown }
}
