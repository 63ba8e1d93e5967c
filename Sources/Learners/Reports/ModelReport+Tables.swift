internal import Registry

extension ModelReport {
  var summary: String {
    let rows = content.rows
    var lines = [
      ("Model", content.model),
      ("Data", "\(MarkdownText.code(content.dataFile)), SHA-256 `\(content.dataSHA256)`"),
      ("Target", target),
      (
        "Rows",
        "\(rows.training) to train, \(rows.validation) to validate, \(rows.test) to test; "
          + "\(MarkdownText.plain(content.splitMethod)), seed \(content.seed)"
      ),
      ("Inputs", counted(content.columnCount, "column")),
      ("Ranked by", "\(MarkdownText.plain(content.metric)) on \(content.rankedOn)"),
    ]
    if content.outcome.task != .regression {
      lines.append(("Calibration", MarkdownText.plain(content.calibration ?? "none")))
    }
    if let threshold = content.threshold {
      lines.append(
        ("Threshold", "\(short(threshold.value)), \(MarkdownText.plain(threshold.policy))"))
    }
    let table = lines.map { "| \($0.0) | \($0.1) |" }.joined(separator: "\n")
    return """
      # Model report

      Trained \(content.time) by registry \(ReleaseVersion.current).

      | | |
      | --- | --- |
      \(table)

      """
  }

  private var target: String {
    let name = MarkdownText.code(content.target)
    return switch content.outcome {
    case .binary(let classes, _, _):
      "\(name), positive where it is \(MarkdownText.code(classes[1]))"
    case .multiclass(let classes, _, _): "\(name), one of \(classes.count) classes"
    case .regression: "\(name), a number"
    }
  }

  var candidates: String {
    guard !content.candidates.isEmpty else { return "" }
    let rows = content.candidates.enumerated().map { rank, candidate in
      let deviation = candidate.deviation.map { " ± \(short($0))" } ?? ""
      let seconds = candidate.seconds.map { $0.rounded(toPlaces: 2) } ?? "–"
      let parameters = candidate.hyperparameters.members.map {
        "\($0.key) = \(String(decoding: $0.value.compactText, as: UTF8.self))"
      }.joined(separator: ", ")
      let shown = parameters.isEmpty ? "–" : MarkdownText.code(parameters, longest: 200)
      let cells = [
        "\(rank + 1)", MarkdownText.plain(candidate.model), short(candidate.score) + deviation,
        seconds, shown,
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    return """
      ## Candidates

      | Rank | Model | \(MarkdownText.plain(content.metric)) | Seconds | Hyperparameters |
      | ---: | --- | ---: | ---: | --- |
      \(rows.joined(separator: "\n"))

      """
  }

  var metrics: String {
    let rows = content.metrics.map {
      "| \(MarkdownText.plain($0.name)) | \(short($0.validation)) | \(short($0.test)) |"
    }
    return """
      ## Metrics

      | Metric | Validation | Test |
      | --- | ---: | ---: |
      \(rows.joined(separator: "\n"))

      """
  }

  /// The counts behind the picture, for who reads the exact ones.
  var confusionTable: String {
    guard let confusion = confusion?.forPage else { return "" }
    let classes = confusion.classes.map { MarkdownText.code($0) }
    let head = classes.map { "predicted \($0)" }.joined(separator: " | ")
    let rows = zip(classes, confusion.counts).map { name, counts in
      "| is \(name) | \(counts.map(String.init).joined(separator: " | ")) |"
    }
    return """
      ## Confusion matrix on test rows

      | | \(head) |
      | ---\(String(repeating: " | ---:", count: classes.count)) |
      \(rows.joined(separator: "\n"))

      """
  }

  /// How many inputs are listed.
  static let listed = 20

  /// The heaviest inputs; `nil` where there is none.
  var heaviest: [Weights.Entry]? {
    guard let weights = content.weights, !weights.entries.isEmpty else { return nil }
    let entries = weights.entries
    let sizes = entries.map { weights.kind.size(of: $0) }
    let order = entries.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    return order.prefix(Self.listed).map { entries[$0] }
  }

  var weightTable: String? {
    guard let heaviest, let kind = content.weights?.kind else { return nil }
    let rows = heaviest.map { entry in
      let deviation = entry.deviation.map { " ± \(short($0))" } ?? ""
      return "| \(MarkdownText.code(entry.name)) | \(short(entry.value))\(deviation) |"
    }
    return """
      | \(kind.columns.name) | \(kind.columns.value) |
      | --- | ---: |
      \(rows.joined(separator: "\n"))
      """
  }

  /// Four digits behind the point; a dash for what is not there or not a number.
  private func short(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return value.rounded(toPlaces: 4)
  }
}

extension ModelReport.Weights.Kind {
  var title: String {
    switch self {
    case .importance: "Most important inputs"
    case .coefficient: "Largest coefficients"
    }
  }

  var columns: (name: String, value: String) {
    switch self {
    case .importance: ("Input", "Importance")
    case .coefficient: ("Feature", "Coefficient")
    }
  }

  /// What inputs are ordered by. An importance below 0 is chance, however large.
  fileprivate func size(of entry: ModelReport.Weights.Entry) -> Double {
    switch self {
    case .importance: entry.value
    case .coefficient: entry.value.magnitude
    }
  }

  /// What the numbers say, as a sentence.
  func meaning(for content: ModelReport.Content) -> String {
    switch (self, content.outcome) {
    case (.importance, _):
      return "By how much \(MarkdownText.plain(content.metric)) gets worse on test rows when an "
        + "input's cells are shuffled among them: the larger, the more the model rests on it."
    case (.coefficient, .binary(let classes, _, _)):
      return "What one standard deviation of a number, or a level of a category, adds to the "
        + "log-odds of \(MarkdownText.code(classes[1]))."
    case (.coefficient, .multiclass):
      return "The coefficient of largest size among the classes, for one standard deviation of a "
        + "number or a level of a category."
    case (.coefficient, .regression):
      return "What one standard deviation of a number, or a level of a category, adds to the "
        + "prediction."
    }
  }
}
