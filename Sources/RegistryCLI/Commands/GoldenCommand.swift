import Learners
import Registry

extension Command {
  static let golden = Command(
    "golden", in: .trainAndRegister, summary: "write rows with what a model answers to them",
    discussion: """
      Scores rows of a CSV file with a model file and writes them with the answers to golden_rows.json, \
      which 'registry register' takes along: it refuses the model, and 'registry predict' to serve it, \
      when it answers otherwise. A few rows are chosen that other models would answer otherwise: from \
      the lowest score to the highest, one with a missing cell, one with a text that was never seen. \
      With --rows, the first ones are taken instead.

      These rows say what registry answers. Rows that the library answered which made the model say more: \
      README.md has the lines of Python that write them.
      """,
    options: [.modelFile, .input, .output, .signatureFile, .metadataFile, .tolerance, .rows],
    exitCodes: [.notFound],
    examples: [
      Example(
        "registry golden --model artifacts/model.onnx --input rows.csv",
        "writes artifacts/golden_rows.json")
    ]
  ) { invocation, console in
    let path = try invocation.string(.modelFile)
    let predictor = try Predictor(
      ResolvedModel(
        model: path, metadata: invocation.string(ifGiven: .metadataFile),
        signature: invocation.string(ifGiven: .signatureFile)))
    let hasCount = invocation.options[Option.rows.name] != nil
    let rows = try GoldenRows(
      predictor, file: invocation.string(.input),
      first: hasCount ? invocation.integer(.rows, in: 1...GoldenRows.maximumRows) : nil,
      tolerance: invocation.double(.tolerance, in: 0...Double.infinity))
    let output =
      invocation.string(ifGiven: .output) ?? ArtifactKind.goldenRows.path(beside: path)
    guard output != "-" else {
      try console.write(rows.json)
      return .done
    }
    try rows.write(to: output)
    console.note("wrote \(counted(rows.rows.count, "golden row")) to '\(output)'")
    return .done
  }
}

extension Option {
  fileprivate static let modelFile = Option.value(
    "--model", "FILE", .file, help: "the model that answers")
  fileprivate static let input = Option.value(
    "--input", short: "i", "FILE", .file, help: "a CSV file with the rows")
  fileprivate static let output = Option.value(
    "--output", short: "o", "FILE", .file, help: "where to write, '-' for standard output",
    default: .described("golden_rows.json beside the model"))
  static let signatureFile = Option.value(
    "--signature", "FILE", .file, help: "what the model takes and gives",
    default: .described("model_signature.json beside the model"))
  static let metadataFile = Option.value(
    "--metadata", "FILE", .file, help: "its task, classes and threshold",
    default: .described("model_metadata.json beside the model"))
  fileprivate static let tolerance = Option.value(
    "--tolerance", "NUMBER", help: "how far a number may be from the answer", default: .value("0"))
  fileprivate static let rows = Option.value(
    "--rows", "COUNT", help: "take the first rows, at most 1000",
    default: .described("a few are chosen"))
}
