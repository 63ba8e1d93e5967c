import Learners
import Registry

extension Command {
  static let predict = Command(
    "predict", in: .score, summary: "score the rows of a file with a version, by name",
    discussion: """
      The reference is an alias, a version or a range; without one it is MODEL_VERSION, and when \
      that is unset or empty the development model in artifacts/. Reads CSV or JSON Lines (seen \
      from the first byte) and writes, for each row, the probability of the positive label, the \
      label at the model's threshold, and the version; of a model for several labels the label, its \
      probability and that of each label, and of one for numbers the prediction. Rows are streamed: memory does not grow \
      with the file. Input that does not fit the signature is refused with its line and column; \
      with --output nothing is written then.
      """,
    arguments: [.reference],
    options: [
      .version, .locked, .input, .output, .format, .keepColumns, .forSpreadsheets,
    ] + Option.place + [
      .jsonRows
    ],
    environment: .modelReference,
    exitCodes: [.notFound, .integrityFailure, .refused, .newerFormat, .interrupted],
    examples: [
      Example(
        "registry predict champion --input rows.csv --output scores.csv", "scores with the champion"
      )
    ]
  ) { invocation, console in
    FreedMemory.keep()
    let registry = try invocation.registry()
    let model =
      try invocation.lockedModel(in: registry)
      ?? ResolvedModel.resolve(invocation.referenceIfGiven(), in: registry)
    console.warn(ofYankOf: model)
    let predictor = try Predictor(forService: model)
    if invocation.flag(.jsonRows), invocation.options[Option.format.name] != nil {
      throw invocation.failure(.conflictingOptions(Option.format.name, Option.jsonRows.name))
    }
    let format =
      invocation.flag(.jsonRows)
      ? .jsonLines : invocation.string(ifGiven: .format).flatMap(PredictionFormat.init)
    let keeps = invocation.flag(.keepColumns)
    let guards = invocation.flag(.forSpreadsheets)
    if guards, format == .jsonLines {
      let other = invocation.flag(.jsonRows) ? Option.jsonRows : Option.format
      throw invocation.failure(.conflictingOptions(Option.forSpreadsheets.name, other.name))
    }
    let input = try invocation.string(.input)
    let output = try invocation.string(.output)
    let source = { input == "-" ? FileSource.standardInput() : try FileSource.opened(input) }
    let path = input == "-" ? "standard input" : input
    guard output != "-" else {
      _ = try predictor.predict(
        source(), path: path, format: format, keepsColumns: keeps, guardsFormulas: guards
      ) { try console.write($0) }
      return .done
    }
    // What goes to standard output is out: there a signal ends the process as it does any filter.
    let count = try console.withProgress { tell in
      try predictor.predict(
        source(), path: path, to: output, format: format, keepsColumns: keeps,
        guardsFormulas: guards, progress: tell)
    }
    console.note("scored \(count) rows with \(predictor.modelVersion) into '\(output)'")
    return .done
  }
}

extension Option {
  fileprivate static let input = Option.value(
    "--input", short: "i", "FILE", .file, help: "the rows to score, '-' for standard input",
    default: .value("-"))
  fileprivate static let output = Option.value(
    "--output", short: "o", "FILE", .file, help: "where to write, '-' for standard output",
    default: .value("-"))
  fileprivate static let format = Option.value(
    "--format", "FORMAT", .oneOf(PredictionFormat.allCases.map(\.rawValue)),
    help: "how to write", default: .described("as the input"))
  fileprivate static let jsonRows = Option.flag(
    "--json", help: "write a JSON object a line; the same as --format jsonl")
  fileprivate static let keepColumns = Option.flag(
    "--keep-columns", help: "write the input's columns too, before the predictions")
  fileprivate static let forSpreadsheets = Option.flag(
    "--for-spreadsheets",
    help: "put ' before CSV text that a spreadsheet would compute (it begins with =, +, -, @)")
}
