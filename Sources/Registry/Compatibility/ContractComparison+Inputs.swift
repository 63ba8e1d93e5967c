extension ContractComparison {
  private typealias Input = ModelSignature.Input

  func inputFindings() -> [Finding] {
    let old = Self.byName(before.signature.inputs, \.name)
    let new = Self.byName(after.signature.inputs, \.name)
    var findings: [Finding] = []
    for input in before.signature.inputs {
      if let other = new[Array(input.name.utf8)] {
        findings += Self.findings(from: input, to: other)
      } else {
        findings.append(
          Finding(rule: .inputRemoved, subject: input.name, before: input.type.name))
      }
    }
    for input in after.signature.inputs where old[Array(input.name.utf8)] == nil {
      let rule: CompatibilityRule =
        switch input.mustBeSent {
        case true?: .inputAddedRequired
        case false?: .inputAddedOptional
        case nil: .inputAddedUnstated
        }
      findings.append(Finding(rule: rule, subject: input.name, after: input.type.name))
    }
    return findings + orderFindings(old, new)
  }

  /// The inputs that both have, when they stand in another order.
  private func orderFindings(
    _ old: [[UInt8]: Input], _ new: [[UInt8]: Input]
  ) -> [Finding] {
    let kept = before.signature.inputs.map(\.name).filter { new[Array($0.utf8)] != nil }
    let ordered = after.signature.inputs.map(\.name).filter { old[Array($0.utf8)] != nil }
    guard let first = zip(kept, ordered).first(where: { !$0.hasSameBytes(as: $1) }) else {
      return []
    }
    return [
      Finding(
        rule: .inputOrderChanged, before: "'\(first.0)' comes first",
        after: "'\(first.1)' comes first")
    ]
  }

  private static func findings(from old: Input, to new: Input) -> [Finding] {
    var findings: [Finding] = []
    func add(_ rule: CompatibilityRule, _ before: String, _ after: String, _ labels: [String] = [])
    {
      findings.append(
        Finding(rule: rule, subject: old.name, before: before, after: after, labels: labels))
    }
    if let rule = typeRule(from: old.type, to: new.type) { add(rule, old.type.name, new.type.name) }
    switch (old.mustBeSent, new.mustBeSent) {
    case (false?, true?): add(.inputNowRequired, "may be left out", "must be sent")
    case (true?, false?): add(.inputNowOptional, "must be sent", "may be left out")
    default: break
    }
    switch (old.isNullable, new.isNullable) {
    case (true?, false?): add(.inputNullRefused, "may be null", "may not be null")
    case (false?, true?): add(.inputNullAccepted, "may not be null", "may be null")
    default: break
    }
    switch (old.unknownLevels, new.unknownLevels) {
    case (.accept?, .refuse?): add(.unknownLevelsRefused, "accept", "refuse")
    case (.refuse?, .accept?): add(.unknownLevelsAccepted, "refuse", "accept")
    default: break
    }
    if let oldLevels = old.levels, let newLevels = new.levels {
      let added = labels(newLevels, missingIn: oldLevels)
      let removed = labels(oldLevels, missingIn: newLevels)
      if !added.isEmpty {
        let isClosed = old.unknownLevels == .refuse
        add(isClosed ? .closedLevelAdded : .levelAdded, "-", shown(added), added)
      }
      if !removed.isEmpty {
        let isClosed = new.unknownLevels == .refuse
        add(isClosed ? .closedLevelRemoved : .levelRemoved, shown(removed), "-", removed)
      }
    }
    if let old = old.range, let new = new.range {
      let (before, after) = (shown(old), shown(new))
      if new.lowerBound > old.lowerBound || new.upperBound < old.upperBound {
        add(.rangeNarrowed, before, after)
      }
      if new.lowerBound < old.lowerBound || new.upperBound > old.upperBound {
        add(.rangeWidened, before, after)
      }
    }
    return findings
  }

  /// A truth value may be sent as `true`, which is no number: from one to the other is no widening.
  private static func typeRule(from old: DataType, to new: DataType) -> CompatibilityRule? {
    switch (old, new) {
    case _ where old == new: nil
    case (.integer, .float): .inputTypeWidened
    case (.float, .integer), (.float, .boolean), (.integer, .boolean): .inputTypeNarrowed
    default: .inputTypeChanged
    }
  }

  private static func shown(_ range: ClosedRange<Double>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
