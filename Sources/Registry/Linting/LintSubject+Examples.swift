extension LintSubject {
  /// Whether the examples in the signature fit it.
  var exampleFindings: [LintFinding] {
    findings(.exampleRequest, isStated: !signature.inputs.isEmpty) {
      signature.validate(row: $0).filter { !isMixed($0) }
    }
      + findings(.exampleResponse, isStated: !signature.outputs.isEmpty) {
        signature.validate(response: $0)
      }
  }

  private func findings(
    _ rule: LintRule, isStated: Bool, validate: (JSONObject) -> [SignatureViolation]
  ) -> [LintFinding] {
    let example = rule.rawValue
    guard isStated, let value = signature.fields[example], value != .null else { return [] }
    guard let object = value.objectValue else {
      return [inSignature(rule, at: example, "it is no object of values by name")]
    }
    let violations = validate(object)
    return violations.isEmpty ? [] : [inSignature(rule, at: example, violations.message)]
  }

  /// What pandas calls `object` may be a column of numbers and texts.
  private func isMixed(_ violation: SignatureViolation) -> Bool {
    guard case .wrongType(_, .string) = violation.problem else { return false }
    let spelling = signature.fields["input_schema"]?[violation.column]?.stringValue
    return spelling?.lowercased() == "object"
  }
}
