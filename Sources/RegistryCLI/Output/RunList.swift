import Registry

/// Runs in their order, as `registry runs list` shows them.
struct RunList {
  private let runs: [RunRecord]
  private let damaged: [RunStore.Problem]
  /// A metric of each run.
  private let metrics: [EvaluationMetrics.Entry?]

  /// - Parameters:
  ///   - runs: What can be read.
  ///   - damaged: What cannot, which stands below.
  ///   - name: What they are sorted by: where it is a metric, it is shown in place of the main one of
  ///     each.
  init(_ runs: [RunRecord], damaged: [RunStore.Problem], sortedBy name: String) {
    self.runs = runs
    self.damaged = damaged
    let sorted = runs.map { $0.metric(name) }
    metrics = sorted.contains { $0 != nil } ? sorted : runs.map(\.mainMetric)
  }

  var isEmpty: Bool { runs.isEmpty && damaged.isEmpty }

  func text(style: TextStyle) -> String {
    let names = Set(metrics.compactMap(\.?.name))
    let shared = names.count == 1 ? names.first : nil
    var table = TextTable([
      .init("RUN"), .init("CREATED"), .init("MODEL"), .init("STATUS"),
      .init(shared?.uppercased() ?? "METRIC", .right), .init("DURATION", .right), .init("DATA"),
    ])
    for (run, metric) in zip(runs, metrics) {
      let value = metric.map {
        (shared == nil ? "\($0.name) " : "") + $0.value.rounded(toPlaces: 4)
      }
      table.add([
        run.id.description, run.createdAt.description, run.modelFamily ?? "-", run.status.rawValue,
        value ?? "-", run.durationText, run.dataFile ?? "-",
      ])
    }
    for problem in damaged {
      table.add([problem.id.description, "", "", Self.damagedStatus, "-", "", ""])
    }
    return table.text(style: style)
  }

  var json: JSONValue {
    let readable = zip(runs, metrics).map { run, metric in
      var fields = run.fields
      // As long as all else together, and in 'runs show'.
      fields["curves"] = nil
      fields["metric"] = metric?.json ?? .null
      fields["problem"] = .null
      return JSONValue.object(fields)
    }
    let unreadable = damaged.map { problem in
      JSONValue.object([
        "run_id": .string(problem.id.description), "status": .string(Self.damagedStatus),
        "problem": .string(problem.error.message),
      ])
    }
    return .object(["runs": .array(readable + unreadable)])
  }

  private static let damagedStatus = "damaged"
}

extension RunRecord {
  /// `0.42 s`, `75 s`.
  var durationText: String {
    durationSeconds.rounded(toPlaces: durationSeconds < 10 ? 2 : 0) + " s"
  }
}
