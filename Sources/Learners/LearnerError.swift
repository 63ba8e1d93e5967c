public import Registry

/// Every refusal of this module: a value that says what and where.
public indirect enum LearnerError: ReportableError, Equatable {
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
  case tableWithoutRows(String)
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
  /// A label has too few rows for a split: none would fall into this part.
  case tooFewRowsOfLabel(String, rows: Int, part: RowSplit.Part)
  /// Rows cannot be divided as it was asked.
  case unsplittable(SplitFault)

  // MARK: Fitting and measuring

  /// All rows carry one label, so nothing can be learned or compared.
  case oneLabelOnly(String)
  /// There is nothing to fit on or to measure.
  case noRows
  /// No column is left to learn from.
  case noFeatures
  /// Every cell of a column is missing, so it has no median.
  case allMissing(column: String)
  /// A cell is infinite; the row counts from 1, the header aside.
  case infiniteValue(column: String, row: Int)
  /// A column's values are so large that their mean or spread is not a finite number.
  case valuesTooLarge(column: String)
  /// A column holds another kind of value than the model was fitted on.
  case wrongColumnKind(column: String, expected: String, found: String)
  /// Two things that belong together differ in length.
  case lengthsDiffer(what: String, expected: Int, found: Int)
  /// A label is neither 0 nor 1; the row counts from 1.
  case labelNotBinary(Int, row: Int)
  /// A label is not one of the classes, which are numbered from 0; the row counts from 1.
  case labelOutOfRange(Int, row: Int, classCount: Int)
  /// A number to predict is NaN or infinite; the row counts from 1.
  case targetNotFinite(row: Int)
  /// A sample weight is negative, not finite, or so large that the sum is not finite; the row counts from 1.
  case weightOutOfRange(row: Int)
  /// A probability is not a number in 0...1; the row counts from 1.
  case probabilityOutOfRange(row: Int)
  /// A score is NaN or infinite; the row counts from 1.
  case scoreNotFinite(row: Int)
  /// A hyperparameter has a value that the method cannot use.
  case hyperparameterOutOfRange(name: String, value: String, allowed: String)
  /// What a person wrote of hyperparameters, or of where to search them, has no meaning.
  case parameters(ParameterFault)
  /// No metric has this name.
  case unknownMetric(String, known: [String])

  // MARK: Model files

  /// An ONNX file is damaged, or contradicts itself.
  case brokenONNX(ONNXFault)
  /// An ONNX model asks for something that is not implemented.
  case unsupportedONNX(ONNXLimit)
  /// A batch does not fit the inputs of an ONNX model.
  case unfitONNXInput(ONNXInputFault)
  /// A model cannot be written as ONNX.
  case unwritableONNX(ONNXExportFault)

  // MARK: Training and scoring

  /// No algorithm has this name.
  case unknownModel(String, known: [String])
  /// The target is missing in some rows; the first one counts from 1, the header aside.
  case targetMissing(column: String, row: Int, count: Int)
  /// The target has more than two labels.
  case tooManyLabels(column: String, labels: [String])
  /// The target has no such label.
  case noSuchLabel(String, column: String, known: [String])
  /// A file to be scored lacks columns that the model takes.
  case missingInputs(path: String, names: [String])
  /// A row of a CSV file to be scored does not fit the model's signature.
  case rowDoesNotFit(file: String, line: Int, [SignatureViolation])
  /// A file to be scored lacks inputs that are computed by the service that the model was made for.
  case derivedInputs(path: String, names: [String])
  /// A line to be scored is no row.
  case jsonLines(JSONLinesFault)
  /// A column that is to be kept has the name of an output.
  case outputNameTaken(path: String, column: String)
  /// The labels in a file to compare two models on do not fit them.
  case labelledRows(path: String, LearnerError)
  /// The metadata of a model does not say which column it predicts.
  case unknownTarget(path: String)
  /// Rows to compare two models on are in the file that one was trained from.
  case comparedOnTrainingData(path: String, version: String)
  /// Rows to compare two models on need models that tell two labels apart.
  case notPaired(LearningTask)
  /// Two models that are to be compared do not have the same labels, negative one first.
  case otherLabels(champion: [String], challenger: [String])
  /// A model is not one that can be scored.
  case unscorableModel(reason: String)

  public var message: String {
    switch self {
    case .registry(let error): error.message
    // Tables
    case .noSuchColumn(let name, _): "there is no column '\(shown(name))'"
    case .malformedTable(let name, let line, let fault): "'\(name)' line \(line): \(fault.message)"
    case .emptyTable(let name): "'\(name)' is empty"
    case .tableWithoutRows(let name): "'\(name)' has a header and no rows"
    case .notUTF8Table(let name, let encoding): "'\(name)' is \(encoding) text"
    case .cellDoesNotFit(let file, let line, let column, let type, let cell):
      "'\(file)' line \(line): '\(shown(cell))' in column '\(shown(column))' is not \(type.phrase)"
    case .tooManyRows(let name, let limit): "'\(name)' has more than \(limit) rows"
    case .changedWhileReading(let name): "'\(name)' gave other records when it was read again"
    case .badSplitFractions(let test, let validation):
      "test fraction \(test) and validation fraction \(validation) do not leave rows for every part"
    case .tooFewRowsToSplit(let label, let rows, let part):
      "class \(label) has \(rows) \(rows == 1 ? "row" : "rows"), so none for the \(part.rawValue) part"
    case .tooFewRowsOfLabel(let label, let rows, let part):
      "the label '\(shown(label))' has \(rowText(rows)), so none for the \(part.rawValue) part"
    case .unsplittable(let fault): fault.message
    // Fitting and measuring
    case .oneLabelOnly(let label): "every row has the label '\(label)'"
    case .noRows: "there are no rows"
    case .noFeatures: "there is no column to learn from"
    case .allMissing(let column): "every cell of column '\(column)' is missing"
    case .infiniteValue(let column, let row):
      "column '\(column)' is infinite, or too large for a model, in row \(row)"
    case .valuesTooLarge(let column):
      "the values of column '\(column)' are too large to standardise"
    case .wrongColumnKind(let column, let expected, let found):
      "column '\(column)' holds \(found), but the model was fitted on \(expected)"
    case .lengthsDiffer(let what, let expected, let found):
      "there are \(found) \(what), but \(expected) were expected"
    case .labelNotBinary(let label, let row): "label '\(label)' in row \(row) is neither 0 nor 1"
    case .labelOutOfRange(let label, let row, let classCount):
      "label '\(label)' in row \(row) is not in 0..<\(classCount)"
    case .targetNotFinite(let row): "the target of row \(row) is not a finite number"
    case .weightOutOfRange(let row): "the weight of row \(row) is negative, not finite or too large"
    case .probabilityOutOfRange(let row): "the probability of row \(row) is not in 0...1"
    case .scoreNotFinite(let row): "the score of row \(row) is not a finite number"
    case .hyperparameterOutOfRange(let name, let value, _):
      "'\(value)' is not a value that '\(name)' can have"
    case .parameters(let fault): fault.message
    case .unknownMetric(let name, _): "there is no metric '\(name)'"
    // Model files
    case .brokenONNX(let fault): "the ONNX model is broken: \(printable(fault.message))"
    case .unsupportedONNX(let limit): "the ONNX model cannot be used: \(printable(limit.message))"
    case .unfitONNXInput(let fault): printable(fault.message)
    case .unwritableONNX(let fault): "cannot write ONNX: \(printable(fault.message))"
    // Training and scoring
    case .unknownModel(let name, _): "there is no model '\(name)'"
    case .targetMissing(let column, let row, let count):
      "the target '\(column)' is missing in \(rowText(count)), first in row \(row)"
    case .tooManyLabels(let column, let labels):
      "the target '\(column)' has \(labels.count) labels where two are needed: \(shortList(labels))"
    case .noSuchLabel(let label, let column, _):
      "the target '\(column)' has no label '\(label)'"
    case .missingInputs(let path, let names):
      "'\(path)' lacks \(names.count == 1 ? "the column" : "the columns") \(shortList(names))"
    case .rowDoesNotFit(let file, let line, let violations):
      "'\(file)' line \(line): \(violations.message)"
    case .derivedInputs(let path, let names): "'\(path)': \(derivedMessage(names))"
    case .jsonLines(let fault): fault.message
    case .outputNameTaken(let path, let column):
      "'\(path)' has a column '\(column)', which is also the name of an output"
    case .labelledRows(let path, let error): "'\(path)': \(error.message)"
    case .unknownTarget(let path): "'\(path)' does not say which column is predicted"
    case .comparedOnTrainingData(let path, let version):
      "'\(path)' is the file that \(version == "development" ? "the new model" : version) was trained from"
    case .notPaired(let task): "models for \(task.phrase) cannot be compared row by row"
    case .otherLabels(let champion, let challenger):
      "the champion tells \(shortList(champion)) apart, and this version \(shortList(challenger))"
    case .unscorableModel(let reason): "the model cannot be scored: \(reason)"
    }
  }

  public var remedy: String? {
    switch self {
    case .registry(let error): error.remedy
    // Tables
    case .noSuchColumn(_, let known):
      "columns there are: \(shortList(known))"
    case .malformedTable(_, _, let fault): fault.remedy
    case .emptyTable, .tableWithoutRows: "give a file with a header line and at least one row"
    case .notUTF8Table(_, let encoding):
      "convert the file first, for example: iconv -f \(encoding.lowercased()) -t utf-8"
    case .cellDoesNotFit: "mend the cell, or leave it empty where the value is not known"
    case .tooManyRows: "train on a sample of the rows"
    case .changedWhileReading: "give a regular file, and one that nothing writes to meanwhile"
    case .badSplitFractions: "give fractions above 0 that add up to less than 1, for example 0.2"
    case .tooFewRowsToSplit:
      "give more rows of this class, merge it with another one, or choose a larger part"
    case .tooFewRowsOfLabel: "give more rows with this label, or choose larger shares"
    case .unsplittable(let fault): fault.remedy
    // Fitting and measuring
    case .oneLabelOnly: "give data in which at least two labels occur"
    case .noRows: "give data with at least one row below the header"
    case .noFeatures: "drop fewer columns: leave at least one besides the target"
    case .allMissing(let column), .valuesTooLarge(let column):
      "leave the column out with --drop '\(column)'"
    case .infiniteValue(let column, _):
      "leave the cell empty, or leave the column out with --drop '\(column)'"
    case .wrongColumnKind: "give the column as the training data had it, or train again"
    case .lengthsDiffer(let what, let expected, _): "give \(expected) \(what)"
    case .labelNotBinary:
      "choose a column of two labels with --target, and the one to find with --positive"
    case .labelOutOfRange: "number the classes from 0, or say that there are more of them"
    case .targetNotFinite: "remove the rows whose target is not known"
    case .weightOutOfRange: "give weights that are 0 or larger"
    case .probabilityOutOfRange, .scoreNotFinite: nil
    case .hyperparameterOutOfRange(let name, _, let allowed): "give '\(name)' \(allowed)"
    case .parameters(let fault): fault.remedy
    case .unknownMetric(_, let known): "metrics there are: \(known.joined(separator: ", "))"
    // Model files
    case .brokenONNX: "get the file again, or export the model again"
    case .unsupportedONNX(let limit): limit.remedy
    case .unfitONNXInput(let fault): fault.remedy
    case .unwritableONNX(let fault): fault.remedy
    // Training and scoring
    case .unknownModel(_, let known): "models there are: \(known.joined(separator: ", "))"
    case .targetMissing:
      "fill in or remove these rows; None, NA, null and their like are read as missing"
    case .tooManyLabels: "name another column with --target, or make two labels of it"
    case .noSuchLabel(_, _, let known): "labels there are: \(shortList(known))"
    case .missingInputs: "add them, empty where the value is not known"
    case .rowDoesNotFit(_, _, let violations): violations.tableRemedy
    case .derivedInputs: derivedRemedy
    case .jsonLines(let fault): fault.remedy
    case .outputNameTaken: "rename the column, or do not keep the columns"
    case .labelledRows(_, .noSuchColumn(_, let known)):
      "name the column with the labels: --target COLUMN; there are \(shortList(known))"
    case .labelledRows(_, let error): error.remedy
    case .unknownTarget: "name it with --target"
    case .comparedOnTrainingData:
      "give rows that neither was trained on, or none: then the registered held-out rows are compared"
    case .notPaired: "give no rows: then the metrics that are registered are compared"
    case .otherLabels: "models of different labels cannot be compared"
    case .unscorableModel: "use a model that 'registry train' wrote"
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .registry(let error): error.exitCode
    // Tables
    case .noSuchColumn: .notFound
    case .malformedTable, .emptyTable, .tableWithoutRows, .notUTF8Table, .cellDoesNotFit,
      .tooManyRows:
      .usage
    case .changedWhileReading: .couldNotRun
    case .badSplitFractions, .tooFewRowsToSplit, .tooFewRowsOfLabel, .unsplittable: .usage
    // Fitting and measuring
    case .oneLabelOnly, .noRows, .noFeatures, .allMissing, .infiniteValue, .valuesTooLarge,
      .wrongColumnKind, .lengthsDiffer, .labelNotBinary, .labelOutOfRange,
      .targetNotFinite, .weightOutOfRange, .probabilityOutOfRange, .scoreNotFinite,
      .hyperparameterOutOfRange, .parameters, .unknownMetric:
      .usage
    // Model files
    case .brokenONNX: .integrityFailure
    case .unsupportedONNX, .unfitONNXInput, .unwritableONNX: .usage
    // Training and scoring
    case .unknownModel, .targetMissing, .tooManyLabels, .noSuchLabel, .unscorableModel,
      .missingInputs, .rowDoesNotFit, .derivedInputs, .jsonLines, .outputNameTaken,
      .labelledRows, .unknownTarget, .comparedOnTrainingData, .notPaired, .otherLabels:
      .usage
    }
  }
}

extension LearnerError {
  /// Does work of the store, whose errors become this module's.
  static func fromRegistry<Answer>(
    _ work: () throws(RegistryError) -> Answer
  ) throws(LearnerError) -> Answer {
    do { return try work() } catch { throw .registry(error) }
  }
}

private func rowText(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

/// At most eight names, and how many more there are.
func shortList(_ names: [String]) -> String {
  let first = names.prefix(8).map { "'\(shown($0))'" }.joined(separator: ", ")
  return names.count > 8 ? "\(first) and \(names.count - 8) more" : first
}
