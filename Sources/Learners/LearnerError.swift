public import Registry

/// Every refusal of this module: a value that says what and where.
public enum LearnerError: ReportableError, Equatable {
  /// The store refused, or a file could not be read or written.
  case registry(RegistryError)

  // MARK: Tables

  /// A table has no column of this name.
  case noSuchColumn(String, known: [String])
  /// A table's text is wrong at this line of the file of this name.
  case malformedTable(String, line: Int, TableFault)
  /// A file that should hold a table is empty.
  case emptyTable(String)
  /// A file that should hold a table has a header and no rows.
  case noRows(String)
  /// A file that should hold a table begins as text of another encoding does.
  case notUTF8Table(String, encoding: String)
  /// A cell does not fit the type that its column was given.
  case cellDoesNotFit(file: String, line: Int, column: String, type: ColumnType, cell: String)
  /// A table has more rows than can be numbered.
  case tooManyRows(String, limit: Int)
  /// A file gave other records when it was read again.
  case changedWhileReading(String)
  /// The fractions of a split are not in 0..<1, or leave nothing for training.
  case badSplitFractions(test: Double, validation: Double)
  /// A class has too few rows for a split: none would fall into this part.
  case tooFewRowsToSplit(label: Int, rows: Int, part: RowSplit.Part)

  // MARK: Fitting and measuring

  /// All rows carry one label, so nothing can be learned or compared.
  case oneLabelOnly(String)

  // MARK: Model files

  // MARK: Training and scoring

  public var message: String {
    switch self {
    case .registry(let error): error.message
    // Tables
    case .noSuchColumn(let name, _): "there is no column '\(shown(name))'"
    case .malformedTable(let name, let line, let fault): "'\(name)' line \(line): \(fault.message)"
    case .emptyTable(let name): "'\(name)' is empty"
    case .noRows(let name): "'\(name)' has a header and no rows"
    case .notUTF8Table(let name, let encoding): "'\(name)' is \(encoding) text"
    case .cellDoesNotFit(let file, let line, let column, let type, let cell):
      "'\(file)' line \(line): '\(shown(cell))' in column '\(shown(column))' is not \(type.rawValue)"
    case .tooManyRows(let name, let limit): "'\(name)' has more than \(limit) rows"
    case .changedWhileReading(let name): "'\(name)' gave other records when it was read again"
    case .badSplitFractions(let test, let validation):
      "test fraction \(test) and validation fraction \(validation) leave no rows to train on"
    case .tooFewRowsToSplit(let label, let rows, let part):
      "class \(label) has \(rows) \(rows == 1 ? "row" : "rows"), so none for the \(part.rawValue) part"
    // Fitting and measuring
    case .oneLabelOnly(let label): "every row has the label '\(label)'"
    // Model files
    // Training and scoring
    }
  }

  public var remedy: String? {
    switch self {
    case .registry(let error): error.remedy
    // Tables
    case .noSuchColumn(_, let known):
      "columns there are: \(known.map(shown).joined(separator: ", "))"
    case .malformedTable(_, _, let fault): fault.remedy
    case .emptyTable, .noRows: "give a file with a header line and at least one row"
    case .notUTF8Table(_, let encoding):
      "convert the file first, for example: iconv -f \(encoding.lowercased()) -t utf-8"
    case .cellDoesNotFit: "mend the cell, or give the column another type: object takes anything"
    case .tooManyRows: "train on a sample of the rows"
    case .changedWhileReading: "give a regular file, and one that nothing writes to meanwhile"
    case .badSplitFractions: "give fractions from 0 up that add up to less than 1, for example 0.2"
    case .tooFewRowsToSplit:
      "give more rows of this class, merge it with another one, or choose a larger part"
    // Fitting and measuring
    case .oneLabelOnly: "give data in which at least two labels occur"
    // Model files
    // Training and scoring
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .registry(let error): error.exitCode
    // Tables
    case .noSuchColumn: .notFound
    case .malformedTable, .emptyTable, .noRows, .notUTF8Table, .cellDoesNotFit, .tooManyRows: .usage
    case .changedWhileReading: .couldNotRun
    case .badSplitFractions, .tooFewRowsToSplit: .usage
    // Fitting and measuring
    case .oneLabelOnly: .usage
    // Model files
    // Training and scoring
    }
  }
}
