import Registry

extension Command {
  static let runs = Command(
    "runs", in: .look, summary: "list, show or compare what was trained",
    discussion: """
      Every training is a run in ARTIFACTS/runs/. A run is named by its id, by the beginning of it, or \
      by the beginning of the six symbols at its end, as long as one run only is meant.

      'list' shows the newest first; 'show RUN' tells all about one; 'compare RUN RUN ...' puts \
      parameters and metrics side by side and marks with * where they differ.

      --filter takes NAME, one of = != > >= < <=, and a value. NAME is a field of run.json (status, \
      model, data, created, duration, seed, parent, resource, tag, host, user, ...), a metric or a \
      parameter. Metrics are those of the validation rows unless a name says test_metrics.
      """,
    arguments: [.action, .run],
    options: [.sort, .reverse, .filter, .limit, .artifacts, .json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry runs list --sort roc_auc --limit 5", "shows the five best"),
      Example(
        "registry runs list --filter 'roc_auc>0.92' --filter model=gradient-boosting",
        "shows those of which both are true"),
      Example("registry runs compare 4k9x 7rtq", "tells what was set and came out otherwise"),
    ]
  ) { invocation, console in
    let store = RunStore(artifacts: try invocation.string(.artifacts))
    let action = try invocation.runsAction()
    let named = invocation.arguments(.run)
    switch action {
    case .list: return try console.list(store, invocation)
    case .show:
      guard named.count <= 1 else { throw invocation.failure(.unexpectedArgument(named[1])) }
      let run = try store.record(of: store.find(invocation.argument(.run)))
      if invocation.flag(.json) {
        try console.write(.object(run.fields))
      } else {
        try console.write(run.text(style: console.outputStyle))
      }
    case .compare:
      guard named.count >= 2 else { throw invocation.failure(.missingArgument("a second RUN")) }
      let comparison = RunComparison(
        try named.map { try store.record(of: store.find($0)) })
      if invocation.flag(.json) {
        try console.write(comparison.json)
      } else {
        try console.write(comparison.text(style: console.outputStyle))
      }
    }
    return .done
  }
}

/// What `registry runs` does.
private enum RunsAction: String, CaseIterable {
  case list, show, compare
}

extension Invocation {
  /// What is to be done, whose arguments and options were checked.
  fileprivate func runsAction() throws -> RunsAction {
    let action = argument(ifGiven: .action).flatMap(RunsAction.init) ?? .list
    if action == .list {
      if let word = argument(ifGiven: .run) { throw failure(.unexpectedArgument(word)) }
    } else {
      let ownOfList: [Option] = [.sort, .reverse, .filter, .limit]
      for option in ownOfList where options[option.name] != nil {
        throw failure(.conflictingOptions(option.name, action.rawValue))
      }
    }
    return action
  }

  fileprivate func filters() throws(UsageError) -> [RunFilter] {
    var filters: [RunFilter] = []
    for text in strings(.filter) {
      guard let filter = RunFilter(text) else {
        throw failure(
          .invalidValue(
            text, name: Option.filter.name,
            expected: "a name, one of = != > >= < <=, and a value, as in 'roc_auc>0.92'"))
      }
      filters.append(filter)
    }
    return filters
  }
}

extension Argument {
  fileprivate static let action = Argument(
    "ACTION", .oneOf(RunsAction.allCases.map(\.rawValue)),
    help: "what to do; list, when nothing is said", isOptional: true)
  fileprivate static let run = Argument(
    "RUN", help: "a run, or the beginning of its name", isOptional: true, isRepeating: true)
}

extension Option {
  fileprivate static let sort = Option.value(
    "--sort", "NAME",
    help:
      "list by created (newest first), by duration (shortest first), or by a metric (best first)",
    default: .value("created"))
  fileprivate static let reverse = Option.flag("--reverse", help: "list the last ones first")
  fileprivate static let filter = Option.value(
    "--filter", "EXPRESSION", help: "list only runs of which this is true", isRepeatable: true)
  fileprivate static let limit = Option.value(
    "--limit", "N", help: "list at most so many", default: .described("all"))
}

extension Console {
  fileprivate func list(_ store: RunStore, _ invocation: Invocation) throws -> ExitCode {
    let filters = try invocation.filters()
    let order = RunOrder(
      by: try invocation.string(.sort), reversed: invocation.flag(.reverse))
    let limit =
      invocation.string(ifGiven: .limit) == nil
      ? Int.max : try invocation.integer(.limit, in: 1...Int.max)
    let (all, problems) = try store.records()
    for problem in problems { warning(problem.error.message) }
    warn(ofUnknownNames: filters.map(\.name) + [order.name], in: all)
    let chosen = all.filter { run in filters.allSatisfy { $0.accepts(run) } }
    // What a damaged run is, no filter can tell.
    let list = RunList(
      Array(order.sorted(chosen).prefix(limit)),
      damaged: filters.isEmpty ? problems.reversed() : [], sortedBy: order.name)
    if invocation.flag(.json) {
      try write(list.json)
    } else if list.isEmpty {
      note(all.isEmpty ? "no run is in '\(store.path)'" : "no run is as the filters say")
    } else {
      try write(list.text(style: outputStyle))
    }
    return .done
  }

  /// A slip in a name would find nothing, and look like an answer.
  private func warn(ofUnknownNames names: [String], in runs: [RunRecord]) {
    guard !runs.isEmpty else { return }
    for name in names where !runs.contains(where: { $0.hasMeaning(name) }) {
      warning("no run has a field, a metric or a parameter '\(name)'")
    }
  }
}
