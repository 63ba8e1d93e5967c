import Learners
import Registry

extension Command {
  static let retrain = Command(
    "retrain", in: .trainAndRegister,
    summary: "train a challenger, and promote it if it has earned it",
    discussion: """
      Trains as the champion was trained (target, columns left out, algorithm, split and seed are taken \
      from it), registers the model as the next legal version with the alias challenger, has both models \
      score the same rows, and holds the result against the gates of policy.json. If every gate passes, \
      the challenger becomes champion. Exits 0 when it was promoted, 6 when it was rejected, 7 when the \
      evidence does not tell. Where policy.json has no gates, one holds: the metric must be better than \
      the champion's.
      """,
    options: [
      .data, .holdout, .dryRun, .target, .positive, .drop, .learner, .metric, .seed,
      .notes, .artifacts, .actor,
    ] + Option.place + [.json],
    exitCodes: [
      .notFound, .alreadyExists, .integrityFailure, .refused, .inconclusive, .versionTooSmall,
      .busy, .newerFormat, .interrupted,
    ],
    examples: [
      Example("registry retrain --data november.csv", "trains, compares, and decides"),
      Example("registry retrain --data november.csv --dry-run", "tells what would happen"),
    ]
  ) { invocation, console in
    let retraining = try invocation.retraining()
    let isRehearsal = invocation.flag(.dryRun)
    let artifacts = try invocation.string(.artifacts)
    let result = try console.explainingRefusal {
      try console.withProgress { tell in
        isRehearsal
          ? try retraining.rehearse(progress: tell)
          : try retraining.run(artifacts: artifacts, progress: tell)
      }
    }
    console.warn(of: result.training)
    console.say(result.registration?.lint.findings ?? [])
    console.warn(ofChanges: result.registration?.compatibility)
    console.warn(ofHistoryFailure: result.promotion?.historyFailure)
    if invocation.flag(.json) {
      try console.write(result.json)
    } else {
      try console.write(result.text(style: console.outputStyle))
    }
    if !result.isRehearsal, result.promotion == nil {
      console.note(
        "ranges such as ^\(result.next.version.major) lead to \(result.next.version) all the same: deploy "
          + "'champion', or registry yank \(result.next.version)")
    }
    return result.report.exitCode
  }
}

extension Option {
  fileprivate static let data = Option.value(
    "--data", "FILE", .file, help: "the CSV file to train on", isRequired: true)
  fileprivate static let holdout = Option.value(
    "--holdout", "FILE", .file,
    help: "labelled rows (CSV) that neither model was trained on: both score them",
    default: .described("the challenger's test rows"))
  fileprivate static let dryRun = Option.flag(
    "--dry-run", help: "tell what would happen, and change nothing")
  fileprivate static let target = Option.value(
    "--target", "COLUMN", help: "the column to predict", default: .described("the champion's"))
  fileprivate static let positive = Option.value(
    "--positive", "VALUE", help: "the label whose probability is predicted",
    default: .described("the champion's"))
  fileprivate static let drop = Option.value(
    "--drop", "COLUMNS",
    help: "columns to leave out, apart by commas, beside those that the champion leaves out",
    isRepeatable: true)
  fileprivate static let learner = Option.value(
    "--learner", "NAME", .oneOf(ModelFamily.allCases.map(\.rawValue)), help: "the algorithm",
    default: .described("the champion's"))
  fileprivate static let metric = Option.value(
    "--metric", "NAME", .oneOf(Metric.allCases.map(\.rawValue)),
    help: "what has to be better where policy.json has no gates",
    default: .described("roc_auc for two labels"))
  fileprivate static let seed = Option.value(
    "--seed", "NUMBER", help: "where the random split starts from",
    default: .described("the champion's"))
  fileprivate static let notes = Option.value(
    "--notes", short: "n", "TEXT", help: "what a reader should know")
}

extension Invocation {
  fileprivate func retraining() throws -> Retraining {
    var retraining = try Retraining(
      in: registry(), data: string(.data), target: string(ifGiven: .target), by: actor)
    if let label = string(ifGiven: .positive) { retraining.pipeline.positive = label }
    retraining.pipeline.drop += try list(.drop)
    if let name = string(ifGiven: .learner) {
      retraining.pipeline.candidates = [Candidate(try ModelFamily(named: name))]
    }
    if let name = string(ifGiven: .metric) {
      retraining.pipeline.metric = try Metric(named: name)
    }
    if string(ifGiven: .seed) != nil {
      retraining.pipeline.seed = UInt64(try integer(.seed, in: 0...Int.max))
    }
    retraining.notes = string(ifGiven: .notes) ?? ""
    retraining.holdout = string(ifGiven: .holdout)
    return retraining
  }
}

extension RetrainingResult {
  /// One screen: what was made, what it changes, what the two are worth, and what follows.
  fileprivate func text(style: TextStyle) -> String {
    let metric = training.metric
    let score = training.testMetrics.value(of: metric)?.rounded(toPlaces: 4) ?? "–"
    let made =
      "trained on \(training.trainingRowCount) rows of '\(training.pipeline.data)': "
      + "\(metric.rawValue) \(score) on \(training.testMetrics.sampleCount) test rows"
    let number =
      isRehearsal ? "would be \(next.version)" : "registered as \(next.version), challenger"
    var text = made.escapedForTerminal + "\n" + "\(number): \(next.why)\n"
    if let compatibility = next.compatibility, let baseline = next.baseline {
      text += compatibility.lines(
        before: baseline.description, after: next.version.description)
    }
    text += evidence.escapedForTerminal + "\n\n"
    text += report.text(style: style)
    return text + "\n" + outcome + "\n"
  }

  /// What follows, in one line.
  private var outcome: String {
    let champion = report.champion?.description ?? "nobody"
    switch (report.verdict, isRehearsal) {
    case (.passed, false): return "champion is \(next.version); it was \(champion)"
    case (.passed, true): return "nothing was changed; champion would be \(next.version)"
    case (.refused, false): return "rejected: champion is \(champion), as before"
    case (.refused, true): return "nothing was changed; \(next.version) would be rejected"
    case (.inconclusive, false):
      return "not decided: champion is \(champion), as before; \(next.version) is challenger"
    case (.inconclusive, true): return "nothing was changed; it would not be decided"
    }
  }

  fileprivate var json: JSONValue {
    let outcome =
      switch report.verdict {
      case .passed: "promoted"
      case .refused: "rejected"
      case .inconclusive: "inconclusive"
      }
    return .object([
      "outcome": .string(outcome),
      "dry_run": .bool(isRehearsal),
      "version": .string(next.version.description),
      "champion": .optional(champion?.description),
      "baseline": .optional(next.baseline?.description),
      "required_bump": .optional(next.compatibility?.requiredBump.rawValue),
      "changes": .array(
        next.compatibility?.json(
          before: next.baseline?.description ?? "", after: next.version.description) ?? []),
      "training_rows": .integer(training.trainingRowCount),
      "test_metrics": .object(training.testMetrics.json),
      "evidence": .string(evidence),
      "gates": report.json,
    ])
  }
}
