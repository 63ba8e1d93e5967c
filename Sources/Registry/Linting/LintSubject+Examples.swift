extension LintSubject {
  /// Whether the examples in the signature fit it, as rows that are scored must.
  var exampleFindings: [LintFinding] {
    findings(.exampleRequest, of: "input", names: signature.inputs.map(\.name)) {
      signature.validate(row: $0)
    }
      + findings(.exampleResponse, of: "output", names: signature.outputs.map(\.name)) {
        signature.validate(response: $0)
      }
  }

  private func findings(
    _ rule: LintRule, of noun: String, names: [String],
    validate: (JSONObject) -> [SignatureViolation]
  ) -> [LintFinding] {
    let example = rule.rawValue
    guard !names.isEmpty, let value = signature.fields[example], value != .null else { return [] }
    guard let object = value.objectValue else {
      return [inSignature(rule, at: example, "it is no object of values by \(noun)")]
    }
    let known = Set(names.map { Array($0.utf8) })
    let unknown = object.keys.filter { !known.contains(Array($0.utf8)) }
    let violations = validate(object)
    return [
      violations.isEmpty ? nil : violations.message,
      unknown.isEmpty ? nil : "it has \(listed(unknown)), which is no \(noun)",
    ].compactMap { $0 }.map { inSignature(rule, at: example, $0) }
  }
}
