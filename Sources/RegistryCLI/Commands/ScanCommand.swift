import Registry

extension Command {
  static let scan = Command(
    "scan", in: .look, summary: "look into model files without loading them",
    discussion: """
      Loading a pickle runs what it says. This reads what it says and runs nothing: pickles of every \
      protocol, joblib files with their arrays, in any compression, in zip, npz and torch archives, and \
      pickles in pickles.

      clean: everything was read, and everything it imports only makes values. review: a person has to \
      look, since something is not known or cannot be read. dangerous: it imports what runs programs, or \
      hides what it does. docs/safety.md has the rules and what they cannot see. Of a directory, every \
      file is looked at.
      """,
    arguments: [.scanned], options: [.warningsAsErrors, .json],
    exitCodes: [.notFound, .refused],
    examples: [
      Example("registry scan model.joblib", "exits 6 if it is dangerous"),
      Example("registry scan downloads --warnings-as-errors", "and 6 if anything is not clean"),
    ]
  ) { invocation, console in
    let files = try invocation.arguments(.scanned).flatMap { try ScannedFile.all(at: $0) }
    if invocation.flag(.json) {
      try console.write(.array(files.map(\.json)))
    } else {
      for file in files { try console.write(file.lines) }
    }
    let worst = files.map(\.report.verdict).max() ?? .clean
    let limit: ScanVerdict = invocation.flag(.warningsAsErrors) ? .review : .dangerous
    return worst >= limit ? .refused : .done
  }
}

extension Argument {
  fileprivate static let scanned = Argument(
    "FILE", .file, help: "a model file, or a directory of files", isRepeating: true)
}

extension Option {
  fileprivate static let warningsAsErrors = Option.flag(
    "--warnings-as-errors", help: "exit 6 for review, too")
}

extension ScannedFile {
  fileprivate var lines: String {
    let formats = report.formats.joined(separator: ", ")
    let first = "\(report.verdict.rawValue): \(path) (\(formats.isEmpty ? "empty" : formats))"
    let findings = report.findings.map { "  \($0.verdict.rawValue): \($0.line)" }
    return ([first] + findings).map { $0.escapedForTerminal + "\n" }.joined()
  }

  fileprivate var json: JSONValue {
    .object([
      "path": .string(path),
      "verdict": .string(report.verdict.rawValue),
      "formats": .array(report.formats.map { .string($0) }),
      "imports": .array(
        report.imports.map {
          .object(["name": .string($0.name), "verdict": .string($0.verdict.rawValue)])
        }),
      "findings": .array(report.findings.map(\.json)),
    ])
  }
}

extension ScanFinding {
  fileprivate var json: JSONValue {
    .object([
      "verdict": .string(verdict.rawValue),
      "message": .string(message),
      "in": .array(place.map { .string($0) }),
      "offset": .integer(offset),
    ])
  }
}
