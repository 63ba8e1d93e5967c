/// What a library makes of categories that are not as in its training data.
struct CategoryRules: Sendable {
  /// How a number becomes a code.
  let rounding: FloatingPointRoundingRule
  /// Whether a category that the model has no code for is refused; else it is missing.
  let refusesUnknown: Bool

  /// Numbers below 0 are no codes; a category that the model does not name is an error since 3.1.
  static let xgboost = CategoryRules(rounding: .down, refusesUnknown: true)
  /// Codes are C's casts to a whole number; what is not among pandas' categories is missing.
  static let lightGBM = CategoryRules(rounding: .towardZero, refusesUnknown: false)
}
