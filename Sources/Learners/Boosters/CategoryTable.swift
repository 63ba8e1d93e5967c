/// The codes of the categories of a column: their places in the model's list.
struct CategoryTable: Sendable {
  private(set) var texts: [UTF8Key: Double] = [:]
  private(set) var numbers: [Double: Double] = [:]

  init(_ content: BoosterFeature.Content) {
    switch content {
    case .number: break
    case .texts(let all):
      for (code, text) in all.enumerated().reversed() { texts[UTF8Key(text)] = Double(code) }
    case .numbers(let all):
      for (code, number) in all.enumerated().reversed() { numbers[number] = Double(code) }
    }
  }

  /// The code of a category; NaN, which is missing, for one that the model does not know.
  subscript(text: String) -> Double { texts[UTF8Key(text)] ?? .nan }
  subscript(number: Double) -> Double { numbers[number] ?? .nan }
}
