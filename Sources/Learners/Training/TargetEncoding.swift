/// The two labels of a target column as 0 and 1.
public struct TargetEncoding: Sendable, Equatable {
  /// The column.
  public let name: String
  /// The negative label and the positive one, as the file spells them.
  public let classes: [String]
  /// One label a row: 1 where it is the positive one.
  public let labels: [Int]
  /// Whether nobody said which label is the positive one.
  public let positiveWasChosen: Bool

  /// The label whose probability is predicted.
  public var positive: String { classes[1] }

  /// Whether the negative label comes first in the order of bytes.
  var isInOrder: Bool { classes[0].utf8.lexicographicallyPrecedes(classes[1].utf8) }

  /// Encodes a column of text.
  ///
  /// Without `positive`, the label that reads as true (`1`, `yes`, `true`, `y`, `t`, `positive`)
  /// is taken if only one does, and otherwise the last one in the order of bytes, which is what
  /// scikit-learn calls positive.
  ///
  /// - Throws: ``LearnerError/targetMissing(column:row:count:)``,
  ///   ``LearnerError/oneLabelOnly(_:)``, ``LearnerError/tooManyLabels(column:labels:)``,
  ///   ``LearnerError/noSuchLabel(_:column:known:)``.
  /// - Precondition: `column` was read as categorical.
  init(column: Column, positive: String?) throws(LearnerError) {
    guard case .categories(let codes, let levels) = column.values else {
      preconditionFailure("the target is read as text")
    }
    if let row = codes.firstIndex(of: -1) {
      throw .targetMissing(
        column: column.name, row: row + 1, count: codes.count { $0 < 0 })
    }
    let sorted = levels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let first = sorted.first else { throw .noRows }
    guard sorted.count > 1 else { throw .oneLabelOnly(first) }
    guard sorted.count == 2 else { throw .tooManyLabels(column: column.name, labels: sorted) }
    let chosen = positive ?? Self.likelyPositive(sorted)
    guard let index = sorted.firstIndex(where: { $0.utf8.elementsEqual(chosen.utf8) }) else {
      throw .noSuchLabel(chosen, column: column.name, known: sorted)
    }
    let positiveCode = levels.firstIndex { $0.utf8.elementsEqual(chosen.utf8) }
    name = column.name
    classes = [sorted[1 - index], sorted[index]]
    labels = codes.map { Int($0) == positiveCode ? 1 : 0 }
    positiveWasChosen = positive == nil
  }

  private static func likelyPositive(_ labels: [String]) -> String {
    let affirmative: Set = ["1", "1.0", "yes", "true", "y", "t", "positive"]
    let found = labels.filter { affirmative.contains($0.lowercased()) }
    return found.count == 1 ? found[0] : labels[labels.count - 1]
  }

  /// The labels as whole numbers, when both are spelled as such (`0` and `1`).
  var integerClasses: [Int64]? {
    let numbers = classes.compactMap { label in
      Int64(label).flatMap { String($0) == label ? $0 : nil }
    }
    return numbers.count == 2 ? numbers : nil
  }

  /// The type of the label in a signature.
  var labelType: ColumnType { integerClasses == nil ? .categorical : .integer }
}
