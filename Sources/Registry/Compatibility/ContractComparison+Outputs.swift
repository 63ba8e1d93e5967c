extension ContractComparison {
  private typealias Output = ModelSignature.Output

  func outputFindings() -> [Finding] {
    let old = Self.byName(before.signature.outputs, \.name)
    let new = Self.byName(after.signature.outputs, \.name)
    var findings: [Finding] = []
    for output in before.signature.outputs {
      if let other = new[Array(output.name.utf8)] {
        findings += Self.findings(from: output, to: other)
      } else {
        findings.append(
          Finding(rule: .outputRemoved, subject: output.name, before: output.type.name))
      }
    }
    for output in after.signature.outputs where old[Array(output.name.utf8)] == nil {
      findings.append(Finding(rule: .outputAdded, subject: output.name, after: output.type.name))
    }
    return findings
  }

  private static func findings(from old: Output, to new: Output) -> [Finding] {
    var findings: [Finding] = []
    func add(_ rule: CompatibilityRule, _ before: String, _ after: String, _ labels: [String] = [])
    {
      findings.append(
        Finding(rule: rule, subject: old.name, before: before, after: after, labels: labels))
    }
    if old.type != new.type { add(.outputRetyped, old.type.name, new.type.name) }
    if let oldClasses = old.classes, let newClasses = new.classes {
      let changed =
        labels(newClasses, missingIn: oldClasses) + labels(oldClasses, missingIn: newClasses)
      if !changed.isEmpty {
        add(.classesChanged, shown(oldClasses), shown(newClasses), changed)
      } else if !zip(oldClasses, newClasses).allSatisfy({ $0.hasSameBytes(as: $1) }) {
        add(.classesReordered, shown(oldClasses), shown(newClasses))
      }
    }
    if let old = old.positiveClass, let new = new.positiveClass, !old.hasSameBytes(as: new) {
      add(.positiveClassChanged, "'\(old)'", "'\(new)'")
    }
    return findings
  }
}
