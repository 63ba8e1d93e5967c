internal import Registry

/// Why rows cannot be divided as it was asked.
public enum SplitFault: Sendable, Equatable {
  /// There are too few rows for a split: none would fall into this part.
  case tooFewRows(Int, part: RowSplit.Part)
  /// There are fewer rows than folds.
  case fewerRowsThanFolds(rows: Int, folds: Int)
  /// A class has fewer rows than there are folds.
  case fewerRowsOfClassThanFolds(label: Int, rows: Int, folds: Int)
  /// The same of a label as the file spells it.
  case fewerRowsOfLabelThanFolds(String, rows: Int, folds: Int)
  /// Every row of a part has this label, as the file spells it: nothing can be learned or measured there.
  case oneLabelOnly(String, part: RowSplit.Part)
  /// The column that orders or groups the rows has no value in this one, which counts from 1, the
  /// header aside.
  case missingCell(column: String, row: Int)
  /// A column of text does not sort as time goes.
  case notInTimeOrder(column: String, text: String)
  /// The column has fewer different values than parts that need one.
  case tooFewValues(column: String, values: Int, parts: Int)

  /// The fault as a sentence without its end.
  var message: String {
    switch self {
    case .tooFewRows(let rows, let part):
      "there \(Self.are(rows)), so none for the \(part.rawValue) part"
    case .fewerRowsThanFolds(let rows, let folds):
      "there \(Self.are(rows)), and \(folds) folds need one each"
    case .fewerRowsOfClassThanFolds(let label, let rows, let folds):
      "class \(label) \(Self.has(rows)), and \(folds) folds need one each"
    case .fewerRowsOfLabelThanFolds(let label, let rows, let folds):
      "the label '\(shown(label))' \(Self.has(rows)), and \(folds) folds need one each"
    case .oneLabelOnly(let label, let part):
      "every row of the \(part.rawValue) part has the label '\(shown(label))'"
    case .missingCell(let column, let row):
      "the column '\(shown(column))', by which rows are split, is missing in row \(row)"
    case .notInTimeOrder(let column, let text):
      "'\(shown(text))' in column '\(shown(column))' is not a time that sorts as text"
    case .tooFewValues(let column, let values, let parts):
      "the column '\(shown(column))' has \(values) different \(values == 1 ? "value" : "values"), "
        + "and \(parts) parts need one each"
    }
  }

  var remedy: String {
    switch self {
    case .tooFewRows: "give more rows, or choose a larger part"
    case .fewerRowsThanFolds: "give more rows, or choose fewer folds"
    case .fewerRowsOfClassThanFolds, .fewerRowsOfLabelThanFolds:
      "give more rows of this class, merge it with another one, or choose fewer folds"
    case .oneLabelOnly: "choose a larger part, or divide the rows in another way"
    case .missingCell: "fill in or remove the rows without a value"
    case .notInTimeOrder:
      "write every time alike, as 2026-01-15 or 2026-01-15T10:30:00, or as a number"
    case .tooFewValues: "choose fewer parts or folds, or another column"
    }
  }

  private static func has(_ rows: Int) -> String { rows == 1 ? "has 1 row" : "has \(rows) rows" }
  private static func are(_ rows: Int) -> String { rows == 1 ? "is 1 row" : "are \(rows) rows" }
}
