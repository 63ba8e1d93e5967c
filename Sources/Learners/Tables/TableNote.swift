/// Something about a column that a person should know before a model is fit on it.
public struct TableNote: Sendable, Equatable {
  /// The name of the column.
  public let column: String
  /// What there is to know.
  public let reason: Reason

  /// Why a column is pointed out.
  public enum Reason: String, Sendable, CaseIterable {
    /// Nearly every row has a text of its own (over 95 % of at least 50 rows).
    case nearlyUnique = "nearly every row has its own text"
    /// More than a thousand different texts.
    case manyLevels = "it has more than 1000 different texts"
    /// Each number is the one before plus 1.
    case rowNumber = "it counts the rows"
    /// It is called an id, and no value comes twice.
    case identifier = "it is named as an identifier and no value comes twice"
    /// Whole numbers of 2^53 or more: kept as text, because Double cannot tell them apart.
    case tooLarge = "its whole numbers are too large to be exact, so they are kept as text"
    /// Every row has the same value.
    case constant = "every row has the same value"
    /// No row has a value.
    case allMissing = "every row is missing"
    /// No training row has a number in it, so it cannot be learned from and is no input.
    case leftOut = "no training row has a value, so it is left out"
    /// Its numbers differ by less than what single precision, in which models are scored, can tell.
    case lowPrecision =
      "its numbers differ too little for single precision: subtract a start value from them"
  }

  /// A note on the column of this name.
  public init(column: String, reason: Reason) {
    self.column = column
    self.reason = reason
  }
}

extension TableNote {
  /// The notes on a column, in the order of ``Reason``.
  ///
  /// - Complexity: O(*n*) expected, where *n* is the number of rows.
  static func notes(on column: Column, isTooLarge: Bool) -> [TableNote] {
    var reasons: [Reason] = []
    switch column.values {
    case .numbers(let numbers):
      if column.type == .integer, isRowNumber(numbers) {
        reasons.append(.rowNumber)
      } else if isNamedIdentifier(column.name), isUnique(numbers) {
        reasons.append(.identifier)
      }
      if isConstant(numbers) { reasons.append(.constant) }
      if numbers.allSatisfy(\.isNaN) { reasons.append(.allMissing) }
    case .categories(let codes, let levels):
      if codes.count >= 50, Double(levels.count) > 0.95 * Double(codes.count) {
        reasons.append(.nearlyUnique)
      } else if levels.count > 1000 {
        reasons.append(.manyLevels)
      } else if isNamedIdentifier(column.name), codes.count > 1, levels.count == codes.count {
        reasons.append(.identifier)
      }
      if isTooLarge { reasons.append(.tooLarge) }
      if levels.count == 1, !codes.contains(-1) { reasons.append(.constant) }
      if levels.isEmpty { reasons.append(.allMissing) }
    }
    return reasons.map { TableNote(column: column.name, reason: $0) }
  }

  /// Whether each number is the one before plus 1, in at least ten rows: fewer can be chance.
  private static func isRowNumber(_ numbers: [Double]) -> Bool {
    numbers.count >= 10 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// Whether the name is `id` or ends in a word `id`.
  private static func isNamedIdentifier(_ name: String) -> Bool {
    let lowercase = name.lowercased()
    return lowercase == "id" || ["_id", "-id", " id", ".id"].contains { lowercase.hasSuffix($0) }
      || name.hasSuffix("Id") || name.hasSuffix("ID")
  }

  private static func isUnique(_ numbers: [Double]) -> Bool {
    // A missing cell equals nothing, so NaN has to be looked for.
    numbers.count > 1 && !numbers.contains(where: \.isNaN) && Set(numbers).count == numbers.count
  }

  private static func isConstant(_ numbers: [Double]) -> Bool {
    guard let first = numbers.first else { return false }
    return numbers.allSatisfy { $0 == first }
  }
}
