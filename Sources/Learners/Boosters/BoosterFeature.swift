/// What boosted trees take of a row in one place.
struct BoosterFeature: Sendable {
  /// What the model calls it; `nil` where it knows it by its place only.
  let name: String?
  var content = Content.number

  enum Content: Sendable, Equatable {
    case number
    /// The code of a category.
    case code
    /// A text, which the trees know by its place among these.
    case texts([String])
    /// A number, which the trees know by its place among these.
    case numbers([Double])
  }
}
