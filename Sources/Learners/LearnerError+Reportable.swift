public import Registry

extension LearnerError: ReportableError {
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
    case .weightOutOfRange(let row):
      "the weight of row \(row) is missing, negative, not finite or too large"
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
    case .brokenModel(let format, let reason):
      "the \(format.rawValue) model is broken: \(printable(reason))"
    case .unsupportedModel(let format, let reason, _):
      "the \(format.rawValue) model cannot be scored: \(printable(reason))"
    case .conversionDiffers(let row, let output, let expected, let found, let count, let total):
      "as ONNX the model answers \(count) of \(total) rows otherwise, the worst is row \(row): '\(shown(output))' is \(shown(found)), not \(shown(expected))"
    case .unwritableONNX(let fault): "cannot write ONNX: \(printable(fault.message))"
    // Training and scoring
    case .unknownModel(let name, _): "there is no model '\(name)'"
    case .targetMissing(let column, let row, let count):
      "the target '\(column)' is missing in \(rowText(count)), first in row \(row)"
    case .targetDropped(let name): "the target '\(name)' is among the columns to leave out"
    case .metricOfAnotherTask(let name, let task, _):
      "'\(name)' is not measured for \(task.rawValue)"
    case .tooManyLabels(let column, let labels, let limit):
      "the target '\(column)' has \(labels.count) labels where \(limit == 2 ? "two are needed" : "\(limit) are the most"): "
        + shortList(labels)
    case .targetNotNumeric(let column, let row, let cell):
      "'\(shown(cell))' in row \(row) of the target '\(column)' is not a number that a model answers"
    case .labelsOfAnotherTask(let column, let count, let task):
      "the target '\(column)' has \(count) labels, too few for \(task.rawValue)"
    case .otherTask(let model, let task, _): "'\(model)' does not do \(task.rawValue)"
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
    case .unfitForMLflow(let path, let reason): "'\(path)' is no model for MLflow: \(reason)"
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
    case .brokenONNX, .brokenModel, .conversionDiffers: .integrityFailure
    case .unsupportedONNX, .unsupportedModel, .unfitONNXInput, .unwritableONNX: .usage
    // Training and scoring
    case .unknownModel, .targetMissing, .tooManyLabels, .targetDropped, .metricOfAnotherTask,
      .targetNotNumeric, .labelsOfAnotherTask,
      .otherTask, .noSuchLabel, .unscorableModel, .unfitForMLflow,
      .missingInputs, .rowDoesNotFit, .derivedInputs, .jsonLines, .outputNameTaken,
      .labelledRows, .unknownTarget, .comparedOnTrainingData, .notPaired, .otherLabels:
      .usage
    }
  }
}

private func rowText(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
