/// Why a model cannot be written as ONNX.
public enum ONNXExportFault: Sendable, Equatable {
  /// A column has the name of one of the model's outputs.
  case reservedName(String)
  /// A column has no name.
  case emptyName
  /// Two columns, levels of one column, labels or metadata keys are the same text.
  case twice(String, String)
  /// No column carries anything to score by.
  case noFeatures
  /// There is not one coefficient for each feature.
  case coefficientCount(expected: Int, found: Int)
  /// A number of the column, or of the classifier, is infinite or not a number.
  case notFinite(String)
  /// A label that is to be a whole number is none.
  case notInteger(String)
  /// The empty text is among the levels of a column: it means missing.
  case emptyLevel(String)
  /// A step of a model that is to be converted computes what ONNX has no words for.
  case step(String)

  var message: String {
    switch self {
    case .reservedName(let name): "the column '\(name)' is named like an output of the model"
    case .emptyName: "a column has no name"
    case .twice(let kind, let name): "there are two of the \(kind) '\(name)'"
    case .noFeatures: "the model has no features"
    case .coefficientCount(let expected, let found):
      "there are \(found) coefficients for \(expected) features"
    case .notFinite(let name): "a number of '\(name)' is not finite"
    case .notInteger(let label): "the label '\(label)' is not a whole number"
    case .emptyLevel(let name): "the column '\(name)' has an empty text as a level"
    case .step(let name): "ONNX cannot say what '\(name)' computes"
    }
  }

  var remedy: String? {
    switch self {
    case .reservedName, .emptyName, .twice: "rename or drop it"
    case .noFeatures: "give at least one column with numbers or levels"
    case .coefficientCount: "give one coefficient for each number and each level"
    case .notFinite: "scale the data, or regularize more"
    case .notInteger: "give the labels as text"
    case .emptyLevel: "say that missing is a level instead"
    case .step: "keep the model in its own format: it is scored as it is"
    }
  }
}
