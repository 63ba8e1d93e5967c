/// The labels of predictions, and where a model has them.
struct PredictedLabels: Sendable, Equatable {
  /// As the metadata spell them, or where these are silent the model; for two the negative one first.
  let texts: [String]
  /// For each, its place among the labels of the model.
  let places: [Int]

  /// Labels in the order of the model.
  init(_ texts: [String]) {
    self.texts = texts
    places = Array(texts.indices)
  }

  /// Labels as they are stated, found among those that the model knows; `nil` when they are others.
  ///
  /// They may be spelled otherwise: `1` and `1.0` and `True` are one label, unless two labels of one side
  /// are. Where the model numbers its labels from 0 on, as boosters do, texts are in the order of those
  /// numbers.
  init?(_ texts: [String], among known: [String]) {
    guard texts.count == known.count else { return nil }
    let places =
      Self.places(of: texts.map(Spelling.bytes), in: known.map(Spelling.bytes))
      ?? Self.places(of: texts.map(Spelling.init), in: known.map(Spelling.init))
      ?? Self.places(ofTexts: texts, numberedAs: known)
    guard let places else { return nil }
    self.texts = texts
    self.places = places
  }

  private static func places(of labels: [Spelling], in known: [Spelling]) -> [Int]? {
    let places = Dictionary(zip(known, known.indices)) { first, _ in first }
    let found = labels.compactMap { places[$0] }
    return Set(found).count == known.count ? found : nil
  }

  private static func places(ofTexts texts: [String], numberedAs known: [String]) -> [Int]? {
    let areNumbered = known.enumerated().allSatisfy { $1 == String($0) }
    let areTexts = texts.allSatisfy { LabelText.number($0) == nil }
    return areNumbered && areTexts ? Array(texts.indices) : nil
  }

  /// What tells labels apart.
  private enum Spelling: Hashable {
    case number(Double)
    case bytes(UTF8Key)

    init(_ text: String) { self = LabelText.number(text).map(Spelling.number) ?? .bytes(text) }

    static func bytes(_ text: String) -> Spelling { .bytes(UTF8Key(text)) }
  }
}
