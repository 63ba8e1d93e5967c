public import Registry

/// Every refusal of this module: a value that says what and where.
public enum LearnerError: ReportableError, Equatable {
  /// The store refused, or a file could not be read or written.
  case registry(RegistryError)

  // MARK: Tables

  /// A table has no column of this name.
  case noSuchColumn(String, known: [String])

  // MARK: Fitting and measuring

  /// All rows carry one label, so nothing can be learned or compared.
  case oneLabelOnly(String)

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

  public var message: String {
    switch self {
    case .registry(let error): error.message
    // Tables
    case .noSuchColumn(let name, _): "there is no column '\(name)'"
    // Fitting and measuring
    case .oneLabelOnly(let label): "every row has the label '\(label)'"
    // Model files
    case .brokenONNX(let fault): "the ONNX model is broken: \(printable(fault.message))"
    case .unsupportedONNX(let limit): "the ONNX model cannot be used: \(printable(limit.message))"
    case .unfitONNXInput(let fault): printable(fault.message)
    case .unwritableONNX(let fault): "cannot write ONNX: \(printable(fault.message))"
    // Training and scoring
    }
  }

  public var remedy: String? {
    switch self {
    case .registry(let error): error.remedy
    // Tables
    case .noSuchColumn(_, let known): "columns there are: \(known.joined(separator: ", "))"
    // Fitting and measuring
    case .oneLabelOnly: "give data in which at least two labels occur"
    // Model files
    case .brokenONNX: "get the file again, or export the model again"
    case .unsupportedONNX(let limit): limit.remedy
    case .unfitONNXInput(let fault): fault.remedy
    case .unwritableONNX(let fault): fault.remedy
    // Training and scoring
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .registry(let error): error.exitCode
    // Tables
    case .noSuchColumn: .notFound
    // Fitting and measuring
    case .oneLabelOnly: .usage
    // Model files
    case .brokenONNX: .integrityFailure
    case .unsupportedONNX, .unfitONNXInput, .unwritableONNX: .usage
    // Training and scoring
    }
  }
}
