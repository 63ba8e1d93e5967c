internal import Registry

/// `model_report.md`: what a person reads before registering a model.
struct ModelReport {
  let result: TrainingResult
  let time: Timestamp

  init(result: TrainingResult, at time: Timestamp) {
    self.result = result
    self.time = time
  }

  /// Markdown with tables.
  var text: String {
    [summary, metrics, confusion, features, notes].joined(separator: "\n")
  }

  private var summary: String {
    let pipeline = result.pipeline
    return """
      # Model report

      Trained \(time) by registry \(ReleaseVersion.current).

      | | |
      | --- | --- |
      | Model | \(pipeline.model.rawValue) |
      | Data | `\(cell(PathText.split(pipeline.data).name))`, SHA-256 `\(result.dataSHA256)` |
      | Target | `\(cell(result.target.name))`, positive where it is `\(cell(result.target.positive))` |
      | Rows | \(result.rows.train.rowCount) to train, \(result.rows.validation.rowCount) to validate, \(result.rows.test.rowCount) to test; stratified, seed \(pipeline.seed) |
      | Inputs | \(result.features.count) columns, \(result.fitted.transformer.featureCount) features |
      | Ranked by | \(pipeline.metric.rawValue) on validation rows |
      | Threshold | \(TrainingResult.threshold) |

      """
  }

  private var metrics: String {
    let rows = Metric.measured(for: .binary).map { metric in
      let validation = short(metric.value(in: result.validationMetrics))
      let test = short(metric.value(in: result.testMetrics))
      return "| \(metric.rawValue) | \(validation) | \(test) |"
    }
    return """
      ## Metrics

      | Metric | Validation | Test |
      | --- | ---: | ---: |
      \(rows.joined(separator: "\n"))

      """
  }

  private var confusion: String {
    let classes = result.target.classes.map(cell)
    let counts = result.testMetrics.confusionMatrix.rows
    return """
      ## Confusion matrix on test rows

      | | predicted `\(classes[0])` | predicted `\(classes[1])` |
      | --- | ---: | ---: |
      | is `\(classes[0])` | \(counts[0][0]) | \(counts[0][1]) |
      | is `\(classes[1])` | \(counts[1][0]) | \(counts[1][1]) |

      """
  }

  /// How many coefficients are listed.
  private static let listed = 20

  private var features: String {
    let names = result.fitted.transformer.featureNames
    let coefficients = result.fitted.regression.coefficients
    let order = coefficients.indices.sorted {
      (coefficients[$1].magnitude, $0) < (coefficients[$0].magnitude, $1)
    }
    let rows = order.prefix(Self.listed).map {
      "| `\(cell(names[$0]))` | \(short(coefficients[$0])) |"
    }
    return """
      ## Largest coefficients

      What one standard deviation of a number, or a level of a category, adds to the log-odds of \
      `\(cell(result.target.positive))`.

      | Feature | Coefficient |
      | --- | ---: |
      \(rows.joined(separator: "\n"))

      """
  }

  private var notes: String {
    var lines = result.notes.map { "- `\(cell($0.column))`: \($0.reason.rawValue)." }
    lines += result.dataWarnings.map { "- \(cell($0))." }
    if !result.converged { lines.append("- The fit stopped before it reached its tolerance.") }
    guard !lines.isEmpty else { return "" }
    return "## To look at\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private func short(_ value: Double) -> String { value.rounded(toPlaces: 4) }

  /// Text from data, made fit for a cell of a table: it can neither end the cell nor the line.
  private func cell(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        scalar == "|" || scalar == "`" || scalar.properties.generalCategory == .control
          ? Character("?") : Character(scalar)
      })
  }
}
