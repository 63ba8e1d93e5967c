internal import Registry

extension LearnerError {
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
    case .brokenONNX, .brokenModel: "get the file again, or export the model again"
    case .unsupportedONNX(let limit): limit.remedy
    case .unsupportedModel(_, _, let supported):
      supported.isEmpty ? nil : "supported are: \(supported.joined(separator: ", "))"
    case .unfitONNXInput(let fault): fault.remedy
    case .conversionDiffers:
      "keep the model in its own format: it is scored as it is; or give a larger --tolerance"
    case .unwritableONNX(let fault): fault.remedy
    // Training and scoring
    case .unknownModel(_, let known): "models there are: \(known.joined(separator: ", "))"
    case .targetMissing:
      "fill in or remove these rows; None, NA, null and their like are read as missing"
    case .targetDropped: "take it out of --drop, or name another --target"
    case .metricOfAnotherTask(_, _, let known):
      "metrics there are: \(known.joined(separator: ", "))"
    case .tooManyLabels(_, _, 2): "leave out --positive and --task, or make two labels of it"
    case .tooManyLabels: "name another column with --target, or put rare labels together"
    case .targetNotNumeric: "mend the cell, or say what is predicted with --task"
    case .labelsOfAnotherTask: "leave out --task"
    case .otherTask(_, _, let known): "models that do: \(known.joined(separator: ", "))"
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
    case .unscorableModel:
      "'registry inspect' tells what is inside, docs/format.md what metadata and signature have to say"
    case .unfitForMLflow:
      "make an ONNX model of it that has an input for each column: registry convert"
    }
  }
}
