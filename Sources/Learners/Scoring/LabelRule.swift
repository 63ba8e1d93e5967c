/// How a probability becomes a label.
struct LabelRule: Sendable {
  /// The negative label and the positive one.
  let classes: [String]
  /// The probability from which on a row is labelled positive; `nil` for the more probable label.
  let threshold: Double?
  /// Whether the model has the positive label first: of two that are as probable, that one is the label.
  var isPositiveFirst = false

  /// The label of a row.
  func label(_ probability: Double) -> String {
    let isPositive =
      if let threshold { probability >= threshold } else {
        probability > 0.5 || (isPositiveFirst && probability == 0.5)
      }
    return classes[isPositive ? 1 : 0]
  }
}
