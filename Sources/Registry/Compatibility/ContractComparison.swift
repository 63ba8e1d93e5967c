/// Finds every change from one contract to another. What one of them does not state is no change.
struct ContractComparison {
  let before: ModelContract
  let after: ModelContract
  let policy: CompatibilityPolicy

  /// A change as it is found, before the policy and a witness are asked for.
  struct Finding {
    let rule: CompatibilityRule
    var subject = ""
    var before: String?
    var after: String?
    /// The levels or labels that are new or gone.
    var labels: [String] = []
  }

  /// The changes, inputs first, in the order of the signatures.
  func changes() -> [ContractChange] {
    var search = WitnessSearch(before: before.signature, after: after.signature)
    return (inputFindings() + outputFindings() + modelFindings()).map { finding in
      let bump = policy.bump(of: finding.rule)
      return ContractChange(
        rule: finding.rule, subject: finding.subject, before: finding.before, after: finding.after,
        bump: bump, level: policy.level(of: finding.rule),
        witness: bump == .major ? search.witness(for: finding) : nil)
    }
  }

  private func modelFindings() -> [Finding] {
    var findings: [Finding] = []
    if let old = before.threshold, let new = after.threshold, old != new {
      findings.append(
        Finding(rule: .thresholdChanged, before: old.description, after: new.description))
    }
    if let old = before.family, let new = after.family, !old.hasSameBytes(as: new) {
      findings.append(Finding(rule: .modelFamilyChanged, before: old, after: new))
    }
    if !before.format.hasSameBytes(as: after.format) {
      findings.append(
        Finding(
          rule: .modelFormatChanged, before: Self.shown(format: before.format),
          after: Self.shown(format: after.format)))
    }
    return findings
  }

  private static func shown(format: String) -> String { format.isEmpty ? "no extension" : format }
}

extension ContractComparison {
  /// Entries of a signature by name, byte for byte.
  static func byName<Entry>(
    _ entries: [Entry], _ name: (Entry) -> String
  ) -> [[UInt8]: Entry] {
    Dictionary(entries.map { (Array(name($0).utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// At most eight labels, in quotes.
  static func shown(_ labels: [String]) -> String { labels.isEmpty ? "none" : listed(labels) }

  /// The labels that are not among others.
  static func labels(_ labels: [String], missingIn others: [String]) -> [String] {
    let known = Set(others.map { Array($0.utf8) })
    return labels.filter { !known.contains(Array($0.utf8)) }
  }
}
