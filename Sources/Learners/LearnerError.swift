public import Registry

/// Every refusal of this module: a value that says what and where.
public indirect enum LearnerError: Error, Equatable {
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
  /// An ONNX model asks for something that is not supported.
  case unsupportedONNX(ONNXLimit)
  /// A batch does not fit the inputs of an ONNX model.
  case unfitONNXInput(ONNXInputFault)
  /// A file of another model format is damaged, or contradicts itself.
  case brokenModel(ModelFormat, reason: String)
  /// A model of another format asks for something that is not supported; `supported` is what is, where a
  /// list helps.
  case unsupportedModel(ModelFormat, reason: String, supported: [String])
  /// A model that was converted answers a row otherwise than before, beyond the tolerance; the worst row counts
  /// from 1.
  case conversionDiffers(
    row: Int, output: String, expected: String, found: String, count: Int, of: Int)
  /// A model cannot be written as ONNX.
  case unwritableONNX(ONNXExportFault)

  // MARK: Training and scoring

  /// No algorithm has this name.
  case unknownModel(String, known: [String])
  /// The target is missing in some rows; the first one counts from 1, the header aside.
  case targetMissing(column: String, row: Int, count: Int)
  /// The target is among the columns to leave out.
  case targetDropped(String)
  /// A metric is not measured for what is predicted.
  case metricOfAnotherTask(String, task: LearningTask, known: [String])
  /// The target has more labels than can be told apart.
  case tooManyLabels(column: String, labels: [String], limit: Int)
  /// The target is to be predicted as a number and holds text; the row counts from 1.
  case targetNotNumeric(column: String, row: Int, cell: String)
  /// The target has too few labels for what is to be predicted.
  case labelsOfAnotherTask(column: String, count: Int, task: LearningTask)
  /// An algorithm cannot learn what is to be predicted.
  case otherTask(model: String, task: LearningTask, known: [String])
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
  /// MLflow cannot be told how to load a model; `reason` says what does not fit.
  case unfitForMLflow(path: String, reason: String)
}

extension LearnerError {
  /// Does work of the store, whose errors become this module's.
  static func fromRegistry<Answer>(
    _ work: () throws(RegistryError) -> Answer
  ) throws(LearnerError) -> Answer {
    do { return try work() } catch { throw .registry(error) }
  }
}

/// At most eight names, and how many more there are.
func shortList(_ names: [String]) -> String {
  let first = names.prefix(8).map { "'\(shown($0))'" }.joined(separator: ", ")
  return names.count > 8 ? "\(first) and \(names.count - 8) more" : first
}
