/// How a probability becomes a label.
struct LabelRule: Sendable {
  /// The negative label and the positive one.
  let classes: [String]
  /// The probability from which on a row is labelled positive.
  let threshold: Double

  /// The label of a row.
  func label(_ probability: Double) -> String {
    classes[probability >= threshold ? 1 : 0]
  }
}
