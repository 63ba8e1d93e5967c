/// The categories of a feature that a file names, since XGBoost 3.1: numbers, or texts as the bytes of all.
struct XGBoostCategories {
  /// `nil` for a feature without categories.
  let content: BoosterFeature.Content?

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``, or ``LearnerError/unsupportedModel(_:reason:supported:)``
  ///   for texts that are not ASCII: where these come from pandas, XGBoost counts characters for bytes, loses
  ///   the last ones and takes parts of one text for another.
  init(_ list: XGBoostObject) throws(LearnerError) {
    let values = try list.numbers("values")
    guard list.has("offsets") else {
      content = values.isEmpty ? nil : .numbers(values)
      return
    }
    let ends = try list.whole("offsets")
    if ends.count < 2 {
      content = nil
      return
    }
    var texts: [String] = []
    for (start, end) in zip(ends, ends.dropFirst()) {
      guard 0 <= start, start <= end, end <= values.count else {
        throw list.misfit("offsets", "where texts begin")
      }
      texts.append(try Self.text(values[start..<end]))
    }
    content = .texts(texts)
  }

  private static func text(_ values: ArraySlice<Double>) throws(LearnerError) -> String {
    let bytes = values.compactMap { UInt8(exactly: $0) }
    guard bytes.count == values.count, bytes.allSatisfy({ $0 < 0x80 }) else {
      throw .unsupportedModel(
        .xgboost, reason: "it has categories that are not ASCII, which XGBoost does not save whole",
        supported: [])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
