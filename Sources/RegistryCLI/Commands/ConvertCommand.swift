import Learners
import Registry

extension Command {
  static let convert = Command(
    "convert", in: .trainAndRegister, summary: "write a model of another format as ONNX",
    discussion: """
      Reads a scikit-learn, XGBoost or LightGBM model, as 'registry predict' does, writes what it \
      computes as an ONNX file with one input for each column, and has both answer the rows of a CSV \
      file. Nothing is written when a label differs, or a number by more than the tolerance: the worst \
      row is named. The model itself can be registered and scored as it is; ONNX is for programs that \
      read nothing else.
      """,
    arguments: [.model],
    options: [.target, .rows, .output, .signatureFile, .metadataFile, .tolerance],
    exitCodes: [.notFound, .integrityFailure],
    examples: [
      Example(
        "registry convert artifacts/model.joblib --to onnx --input rows.csv",
        "writes artifacts/model.onnx")
    ]
  ) { invocation, console in
    let path = try invocation.argument(.model)
    let conversion = try ModelConversion(
      ResolvedModel(
        model: path, metadata: invocation.string(ifGiven: .metadataFile),
        signature: invocation.string(ifGiven: .signatureFile)),
      rows: invocation.string(.rows),
      tolerance: invocation.double(.tolerance, in: 0...Double.infinity))
    let output = invocation.string(ifGiven: .output) ?? path.withEnding("onnx")
    guard output != path else {
      throw invocation.failure(
        .invalidValue(output, name: Option.output.name, expected: "another file than the model"))
    }
    try conversion.write(to: output)
    console.note(
      "wrote '\(output)': \(counted(conversion.rowCount, "row")) answered the same, the largest difference is \(conversion.largestDistance)"
    )
    return .done
  }
}

extension String {
  /// The path with another ending after the last dot of its last part.
  fileprivate func withEnding(_ ending: String) -> String {
    let start = lastIndex(of: "/").map(index(after:)) ?? startIndex
    let stem = self[start...].lastIndex(of: ".").map { self[..<$0] } ?? self[...]
    return "\(stem).\(ending)"
  }
}

extension Argument {
  fileprivate static let model = Argument("FILE", .file, help: "the model")
}

extension Option {
  fileprivate static let target = Option.value(
    "--to", "FORMAT", .oneOf(["onnx"]), help: "what to write", default: .value("onnx"))
  fileprivate static let rows = Option.value(
    "--input", short: "i", "FILE", .file, help: "a CSV file with rows that both answer")
  fileprivate static let output = Option.value(
    "--output", short: "o", "FILE", .file, help: "where to write",
    default: .described("the model's name, ending in .onnx"))
  fileprivate static let tolerance = Option.value(
    "--tolerance", "NUMBER", help: "how far a number may be from the model's",
    default: .value("1e-05"))
}
