extension LintSubject {
  /// Whether the examples in the signature fit it.
  var exampleFindings: [LintFinding] {
    findings(.exampleRequest, names: signature.inputs.map(\.name)) {
      signature.validate(row: $0).filter { !isMixed($0) }
    }
      + findings(.exampleResponse, names: signature.outputs.map(\.name)) {
        signature.validate(response: $0).filter { $0.problem != .null }
      }
  }

  private func findings(
    _ rule: LintRule, names: [String], violations: (JSONObject) -> [SignatureViolation]
  ) -> [LintFinding] {
    let example = rule.rawValue
    guard !names.isEmpty, let value = signature.fields[example], value != .null else { return [] }
    guard let object = value.objectValue else {
      return [inSignature(rule, at: example, "it is no object of values by name")]
    }
    let known = Set(names.map { Array($0.utf8) })
    let unknown = object.keys.filter { !known.contains(Array($0.utf8)) }
    let misfits = violations(object).map { violation in
      let isMissing = violation.problem == .missing
      return inSignature(
        rule, at: isMissing ? example : "\(example).\(violation.column)", violation.message)
    }
    guard !unknown.isEmpty else { return misfits }
    return misfits + [
      inSignature(rule, at: example, "it has \(listed(unknown)), which the signature does not name")
    ]
  }

  /// What pandas calls `object` may be a column of numbers and texts.
  private func isMixed(_ violation: SignatureViolation) -> Bool {
    guard case .wrongType(_, .string) = violation.problem else { return false }
    let spelling = signature.fields["input_schema"]?[violation.column]?.stringValue
    return spelling?.lowercased() == "object"
  }
}
