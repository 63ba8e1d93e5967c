extension HoldoutPredictions {
  /// The label that counts as positive, as the metadata of a model says it, or the one of these rows
  /// that reads as true; `nil` when nobody can tell.
  func positiveLabel(_ metadata: JSONObject) -> String? {
    let stated = metadata["positive_label"] ?? metadata["classes"]?.arrayValue?.last
    switch stated {
    case .string(let text): return text
    case .number(let number): return number.literal
    default:
      return ["1", "1.0", "true", "True", "yes"].first { label in
        rows.contains { $0.label == label }
      }
    }
  }
}
