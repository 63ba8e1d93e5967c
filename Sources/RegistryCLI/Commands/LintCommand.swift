import Registry

extension Command {
  static let lint = Command(
    "lint", in: .look, summary: "find what contradicts itself in a version or in artifacts",
    discussion: """
      Looks at signature, metadata, metrics and, where it is ONNX, the model: whether they agree, \
      whether the arithmetic holds, whether the model tells rows apart. Without VERSION, looks at \
      what training wrote. A line is a finding: how much it weighs, the file, the rule, what was \
      expected and found. docs/lint.md lists the rules; policy.json sets what each weighs.
      """,
    arguments: [.reference],
    options: [.futureVersion, .artifacts, .warningsAsErrors] + Option.place
      + [.json],
    exitCodes: [.notFound, .integrityFailure, .refused, .newerFormat],
    examples: [
      Example("registry lint", "looks at artifacts/; exits 6 if register would refuse it"),
      Example("registry lint champion --warnings-as-errors", "exits 6 if there is anything to say"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let (subject, report) = try invocation.lint(registry)
    let isRefused =
      report.isRefused || (invocation.flag(.warningsAsErrors) && !report.isClean)
    if invocation.flag(.json) {
      try console.write(report.json(subject: subject, isRefused: isRefused))
    } else {
      for finding in report.findings {
        try console.writeLine("\(finding.severity.rawValue): \(finding.line)".escapedForTerminal)
      }
      let outcome =
        report.isClean
        ? "clean"
        : "\(counted(report.errors.count, "error")), \(counted(report.warnings.count, "warning"))"
      try console.writeLine("\(subject): \(outcome)".escapedForTerminal)
    }
    return isRefused ? .refused : .done
  }
}

extension Option {
  fileprivate static let futureVersion = Option.value(
    "--version", short: "v", "VERSION", help: "the version that the artifacts are to become")
  fileprivate static let warningsAsErrors = Option.flag(
    "--warnings-as-errors", help: "exit 6 for warnings, too")
}

extension Invocation {
  /// What was looked at, and what was found.
  fileprivate func lint(_ registry: ModelRegistry) throws -> (subject: String, LintReport) {
    guard let text = argument(ifGiven: .reference) else {
      let path = try string(.artifacts)
      let version = try string(ifGiven: .futureVersion).map { try ModelVersion($0) }
      return (path, try registry.lint(ArtifactDirectory(path), as: version))
    }
    for option in [Option.futureVersion, .artifacts] where options[option.name] != nil {
      throw failure(.conflictingOptions(Argument.reference.name, option.name))
    }
    return (text, try registry.lint(ModelReference(text)))
  }
}

extension Console {
  /// Says what lint found, beside the answer of a command.
  func say(_ findings: [LintFinding]) {
    for finding in findings {
      switch finding.severity {
      case .error: fault(finding.line)
      case .warning: warning(finding.line)
      }
    }
  }
}

extension LintReport {
  fileprivate func json(subject: String, isRefused: Bool) -> JSONValue {
    .object([
      "subject": .string(subject),
      "clean": .bool(isClean),
      "refused": .bool(isRefused),
      "errors": .integer(errors.count),
      "warnings": .integer(warnings.count),
      "findings": .array(findings.map(\.json)),
    ])
  }
}

extension LintFinding {
  fileprivate var json: JSONValue {
    .object([
      "rule": .string(rule.rawValue),
      "severity": .string(severity.rawValue),
      "file": .string(file),
      "at": .string(at),
      "message": .string(message),
      "fix": .string(remedy),
    ])
  }
}
