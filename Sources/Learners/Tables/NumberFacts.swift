/// What is known of the numbers in a column.
struct NumberFacts {
  var hasNumber = false
  var hasMissing = false
  /// A number with a point or an exponent, or an infinity.
  var hasFraction = false
  /// A number of 2^53 or more, from where on Double leaves out whole numbers.
  var hasHuge = false
  var hasMinusZero = false

  /// Whether the column is whole numbers, none missing, each exact.
  var areIntegers: Bool { hasNumber && !hasMissing && !hasFraction && !hasHuge }

  @inline(__always)
  mutating func note(_ number: DecimalNumber) {
    hasNumber = true
    if !number.isWhole { hasFraction = true }
    if number.value.magnitude >= 0x1p53 { hasHuge = true }
    if number.value == 0, number.value.sign == .minus { hasMinusZero = true }
  }
}

extension DecimalNumber {
  /// Whether it is a whole number, however written, that Double holds exactly.
  var isSafeInteger: Bool { value.magnitude < 0x1p53 && value == value.rounded(.towardZero) }
}
