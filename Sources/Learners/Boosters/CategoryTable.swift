/// What the categories of a column are looked up by: their codes are their places in the model's list.
struct CategoryTable: Sendable {
  private(set) var texts: [UTF8Key: Double] = [:]
  private(set) var numbers: [Double: Double] = [:]
  /// Whether numbers are codes already.
  let isCode: Bool
  let rules: CategoryRules

  init(_ content: BoosterFeature.Content, _ rules: CategoryRules) {
    self.rules = rules
    isCode = content == .code
    switch content {
    case .number, .code: break
    case .texts(let all):
      for (code, text) in all.enumerated().reversed() { texts[UTF8Key(text)] = Double(code) }
    case .numbers(let all):
      for (code, number) in all.enumerated().reversed() { numbers[number] = Double(code) }
    }
  }

  /// The code of a text; NaN, which is missing, where there is none.
  ///
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` for a text without a code, if the rules say so.
  func code(_ text: String, node: String) throws(LearnerError) -> Double {
    if let code = texts[UTF8Key(text)] { return code }
    guard rules.refusesUnknown else { return .nan }
    throw .unfitONNXInput(.unknownValue(text, node: node))
  }

  /// The code of a number; NaN where there is none.
  ///
  /// - Parameters:
  ///   - number: A category, or a code.
  ///   - type: The precision in which the model takes numbers for codes.
  ///   - node: What to call the node in errors.
  /// - Returns: A number that may have no place in the model's sets.
  /// - Throws: As ``code(_:node:)``.
  func code(
    _ number: Double, type: ElementType, node: String
  ) throws(LearnerError) -> Double {
    if isCode {
      return (type == .float ? Double(Float(number)) : number).rounded(rules.rounding)
    }
    if let code = numbers[number] { return code }
    guard rules.refusesUnknown, !number.isNaN else { return .nan }
    throw .unfitONNXInput(.unknownValue(number.description, node: node))
  }
}
