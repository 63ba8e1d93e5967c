import Learners
import Registry

extension Command {
  static let gate = Command(
    "gate", in: .promoteAndResolve,
    summary: "tell what the gates of policy.json say of a version",
    discussion: """
      Holds the version against the gates and the champion, as promote does, and changes nothing. Each \
      answer names its evidence: A, both models scored the same held-out rows (registered with them, or \
      given with --data); B, the counts of rows are known; C, bare numbers. Exits 0 when every gate \
      passes, 6 when one refuses, 7 when the evidence does not tell.
      """,
    arguments: [.reference], options: [.version] + Option.evidence + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .refused, .inconclusive, .newerFormat],
    examples: [
      Example("registry gate v1.1.0", "compares on the rows that both held out"),
      Example("registry gate v1.1.0 --data fresh.csv", "compares on rows that neither has seen"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    guard let reference = try invocation.referenceIfGiven(),
      let version = try registry.resolve(reference, verifies: false).version
    else { throw invocation.failure(.missingArgument("VERSION")) }
    let report = try registry.gate(version, scored: invocation.scoredRows(version, in: registry))
    if invocation.flag(.json) {
      try console.write(report.json)
    } else if report.results.isEmpty {
      try console.writeLine(
        report.champion == version
          ? "\(version) is champion already"
          : "there are no gates: 'policy.json' in '\(registry.path)' asks for nothing")
    } else {
      try console.write(report)
    }
    return report.exitCode
  }
}

extension Option {
  /// Labelled rows for a comparison, and their labels' column.
  static let evidence: [Option] = [.evidenceRows, .evidenceTarget]

  private static let evidenceRows = Option.value(
    "--data", short: "d", "FILE", .file,
    help: "labelled rows (CSV) that neither model was trained on: both score them",
    default: .described("the held-out rows registered with both"))
  private static let evidenceTarget = Option.value(
    "--target", "COLUMN", help: "the column of FILE with the labels",
    default: .described("the one that the version was trained to predict"))
}

extension Invocation {
  /// The rows of `--data`, scored by the champion and a version; `nil` when none were given, or there is no
  /// other champion to compare with.
  func scoredRows(_ version: ModelVersion, in registry: ModelRegistry) throws -> ScoredRows? {
    guard let path = string(ifGiven: Option.evidence[0]),
      let champion = try champion(in: registry), champion != version
    else { return nil }
    return try ScoredRows(
      champion: registry.resolve(.exact(champion)), challenger: registry.resolve(.exact(version)),
      as: version, data: path, target: string(ifGiven: Option.evidence[1]))
  }

  /// Who serves; `nil` also where the file that says it is damaged, which the gates tell.
  private func champion(in registry: ModelRegistry) throws(RegistryError) -> ModelVersion? {
    do { return try registry.alias(.champion)?.version } catch {
      guard error.exitCode == .integrityFailure else { throw error }
      return nil
    }
  }
}
