extension LintSubject {
  /// Whether the files mean the same columns and the same version.
  var featureFindings: [LintFinding] { expectedFeatures + blockedFeatures + modelVersion }

  private var expectedFeatures: [LintFinding] {
    let inputs = signature.inputs.map(\.name)
    guard let expected = metadata["expected_features"]?.arrayValue?.compactMap(\.stringValue),
      !expected.isEmpty, !inputs.isEmpty
    else { return [] }
    let missing = names(expected, without: inputs)
    let extra = names(inputs, without: expected)
    let field = "expected_features"
    // Lists before and after features are made of columns have nothing in common.
    if missing.count == expected.count {
      return [
        inMetadata(
          .unrelatedFeatures, at: field,
          "none of the \(counted(expected.count, "expected feature")) (\(listed(expected))) is "
            + "an input of the signature (\(listed(inputs)))")
      ]
    }
    if !missing.isEmpty || !extra.isEmpty {
      let parts = [
        missing.isEmpty ? nil : "only '\(field)' has \(listed(missing))",
        extra.isEmpty ? nil : "only the signature has \(listed(extra))",
      ]
      return [
        inMetadata(
          .expectedFeatures, at: field, parts.compactMap { $0 }.joined(separator: ", "))
      ]
    }
    let pairs = zip(expected, inputs)
    guard let place = pairs.enumerated().first(where: { !$1.0.hasSameBytes(as: $1.1) }) else {
      return []
    }
    return [
      inMetadata(
        .featureOrder, at: field,
        "column \(place.offset + 1) is '\(place.element.0)', and '\(place.element.1)' in the "
          + "signature")
    ]
  }

  /// The names that are not in another list, byte for byte.
  private func names(_ names: [String], without others: [String]) -> [String] {
    let others = Set(others.map { Array($0.utf8) })
    return names.filter { !others.contains(Array($0.utf8)) }
  }

  private var blockedFeatures: [LintFinding] {
    let blocked = (metadata["blocked_features"]?.arrayValue ?? []).compactMap(\.stringValue)
    let patterns = blocked.map(NamePattern.init)
    return signature.inputs.compactMap { input in
      guard let pattern = patterns.first(where: { $0.matches(input.name) }) else { return nil }
      return inSignature(
        .blockedFeatures, at: "input_schema.\(input.name)",
        "the input '\(input.name)' is blocked by '\(pattern.text)' in '\(names.metadata)'")
    }
  }

  private var modelVersion: [LintFinding] {
    guard let version, let text = metadata["model_version"]?.stringValue, !text.isEmpty,
      (try? ModelVersion(text)) != version
    else { return [] }
    return [
      inMetadata(.modelVersion, at: "model_version", "it says '\(text)', not '\(version)'")
    ]
  }
}
