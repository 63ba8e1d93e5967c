/// What is wrong with the text of `holdout_predictions.csv`, at the line that the error names.
public enum PredictionsFault: Error, Sendable, Equatable {
  /// The header lacks a column.
  case missingColumn(String, known: [String])
  /// The header has a column twice.
  case repeatedColumn(String)
  /// The probabilities are those of several labels, which is no fault: what is here compares two.
  case ofSeveralLabels
  /// What is predicted is a number, which is no fault either.
  case ofNumbers
  /// There is a header and nothing below it.
  case noRows
  /// A record has more or fewer fields than the header.
  case fieldCount(expected: Int, found: Int)
  /// The quotes that open in this record never close.
  case unclosedQuote
  /// A quoted field goes on behind its closing quote.
  case textAfterQuote
  /// A field is not UTF-8.
  case notUTF8
  /// `row_id` is empty.
  case emptyRowID
  /// `probability` is not a decimal number in 0...1.
  case notAProbability(String)
  /// A row stands there twice.
  case repeatedRowID(String, split: String)

  /// Whether the file is right, of a model for several labels or for numbers.
  var isOfAnotherTask: Bool { self == .ofSeveralLabels || self == .ofNumbers }

  /// The fault as the rest of a sentence that begins with the file and the line.
  var message: String {
    switch self {
    case .missingColumn(let name, let known):
      "there is no column '\(name)', only \(listed(known.map(shown)))"
    case .repeatedColumn(let name): "there is more than one column '\(name)'"
    case .ofSeveralLabels:
      "the probabilities are of several labels; two models are compared on rows of two"
    case .ofNumbers: "numbers are predicted; two models are compared on rows of two labels"
    case .noRows: "there is a header and no rows"
    case .fieldCount(let expected, let found):
      "\(counted(found, "field")) where the header has \(expected)"
    case .unclosedQuote: "a quote opens here and never closes"
    case .textAfterQuote: "text follows the closing quote of a field"
    case .notUTF8: "the bytes are not UTF-8"
    case .emptyRowID: "the column 'row_id' is empty"
    case .notAProbability(let text):
      "'\(shown(text))' in column 'probability' is not a number in 0...1"
    case .repeatedRowID(let id, let split):
      split.isEmpty
        ? "the row '\(shown(id))' stands there twice"
        : "the row '\(shown(id))' of the split '\(shown(split))' stands there twice"
    }
  }
}
