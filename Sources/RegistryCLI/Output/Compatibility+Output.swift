import Learners
import Registry

extension Compatibility {
  /// The changes that are told, each with a row that shows it where there is one and it is asked for.
  func lines(before: String, after: String, showsWitnesses: Bool = true) -> String {
    let silent = changes.count - told.count
    let rest = silent > 0 ? "  and \(counted(silent, "change")) that the rules allow\n" : ""
    return told.map { change in
      change.line + (showsWitnesses ? change.witnessLines(before: before, after: after) : "")
    }.joined() + rest
  }

  /// The changes for programs.
  func json(before: String, after: String) -> [JSONValue] {
    changes.map { $0.json(before: before, after: after) }
  }
}

extension ContractChange {
  fileprivate var line: String {
    let note = level == .deny ? "" : " (\(level.rawValue))"
    return "  \(bump.title.padded(to: 5))  \(title)\(facts)\(note)".escapedForTerminal + "\n"
  }

  fileprivate func witnessLines(before: String, after: String) -> String {
    guard let witness else { return "" }
    let row = String(decoding: JSONValue.object(witness.row).compactText, as: UTF8.self)
    let (taker, refuser) = witness.acceptedBy == .before ? (before, after) : (after, before)
    let why = "         fits \(taker), not \(refuser): \(witness.refusal.message)"
    return "         \(row.escapedForTerminal)\n\(why.escapedForTerminal)\n"
  }

  private var facts: String {
    switch (before, after) {
    case (let before?, let after?): ": \(before) → \(after)"
    case (let before?, nil): ": was \(before)"
    case (nil, let after?): ": \(after)"
    case (nil, nil): ""
    }
  }

  fileprivate func json(before old: String, after new: String) -> JSONValue {
    .object([
      "rule": .string(rule.rawValue),
      "meaning": .string(rule.meaning),
      "of": .string(subject),
      "before": .optional(before),
      "after": .optional(after),
      "bump": .string(bump.rawValue),
      "level": .string(level.rawValue),
      "witness": witness.map { witness in
        let (taker, refuser) = witness.acceptedBy == .before ? (old, new) : (new, old)
        return .object([
          "kind": .string(witness.kind == .input ? "request" : "response"),
          "row": .object(witness.row),
          "accepted_by": .string(taker),
          "refused_by": .string(refuser),
          "reason": .string(witness.refusal.message),
        ])
      } ?? .null,
    ])
  }
}

extension Console {
  /// Runs what may be refused on account of changes or by lint, and lists what was found before the error.
  func explainingRefusal<Answer>(_ work: () throws -> Answer) throws -> Answer {
    do { return try work() } catch {
      switch (error as? LearnerError)?.ofRegistry ?? error as? RegistryError {
      case .versionTooSmall(let version, _, let baseline, let compatibility):
        list(compatibility, before: baseline, after: version)
      case .breaksService(_, let current, let target, let compatibility):
        list(compatibility, before: current, after: target)
      case .refusedByLint(_, let report): say(report.findings)
      default: break
      }
      throw error
    }
  }

  private func list(_ compatibility: Compatibility, before: ModelVersion, after: ModelVersion) {
    note("from \(before) to \(after):")
    say(compatibility.lines(before: before.description, after: after.description))
  }

  /// Tells of changes that nothing is demanded for, in one line a rule.
  func warn(ofChanges compatibility: Compatibility?) {
    let warnings = compatibility?.warnings ?? []
    for rule in CompatibilityRule.allCases {
      let changes = warnings.filter { $0.rule == rule }
      guard let first = changes.first else { continue }
      let what =
        first.subject.isEmpty
        ? "\(first.before ?? "nothing") → \(first.after ?? "nothing")"
        : listed(changes.map(\.subject))
      warning("\(rule.rawValue): \(rule.meaning): \(what)")
    }
  }
}

extension LearnerError {
  /// The error of the store, where it is one.
  fileprivate var ofRegistry: RegistryError? {
    if case .registry(let error) = self { error } else { nil }
  }
}
