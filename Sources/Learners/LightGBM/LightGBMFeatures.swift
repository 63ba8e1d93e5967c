internal import Registry

/// What a model of LightGBM takes of a row: its names, and for columns of pandas categories what the codes
/// stand for.
struct LightGBMFeatures {
  private(set) var features: [BoosterFeature]

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``, or ``LearnerError/unsupportedModel(_:reason:supported:)``
  ///   when it cannot be said which columns have categories.
  init(_ file: LightGBMFile) throws(LearnerError) {
    let names = try file.head.words("feature_names")
    guard !names.isEmpty, names.count - 1 == (try file.head.count("max_feature_idx")) else {
      throw file.head.misfit("feature_names", "one name a feature")
    }
    features = names.map { BoosterFeature(name: $0) }
    let lists = try Self.lists(file.pandasCategories)
    guard !lists.isEmpty else { return }
    let columns = try Self.columns(file, listCount: lists.count)
    for (column, list) in zip(columns, lists) { features[column].content = list }
  }

  /// The categories of each column of pandas categories.
  private static func lists(
    _ text: [UInt8]?
  ) throws(LearnerError) -> [BoosterFeature.Content] {
    guard let text, !text.elementsEqual("null".utf8) else { return [] }
    guard let lists = (try? JSONValue(parsing: text))?.arrayValue else {
      throw .brokenLightGBM("its 'pandas_categorical' is not a list")
    }
    var contents: [BoosterFeature.Content] = []
    for values in lists {
      guard let values = values.arrayValue else {
        throw .brokenLightGBM("its 'pandas_categorical' is not a list of lists")
      }
      let texts = values.compactMap(\.stringValue)
      let numbers = values.compactMap { $0.doubleValue ?? $0.boolValue.map { $0 ? 1 : 0 } }
      if texts.count == values.count {
        contents.append(.texts(texts))
      } else if numbers.count == values.count {
        contents.append(.numbers(numbers))
      } else {
        throw .unsupportedModel(
          .lightGBM, reason: "a column has categories that are texts and numbers", supported: [])
      }
    }
    return contents
  }

  /// Which columns these are: the file names them by their order only. They are those that LightGBM saw
  /// categories in, or those that it was told to.
  private static func columns(
    _ file: LightGBMFile, listCount: Int
  ) throws(LearnerError) -> [Int] {
    let infos = try file.head.words("feature_infos")
    let seen = infos.indices.filter { !infos[$0].hasPrefix("[") && infos[$0] != "none" }
    if seen.count == listCount, infos.count == (try file.head.words("feature_names").count) {
      return seen
    }
    let told = String(decoding: file.categoricalFeatures ?? [], as: UTF8.self)
      .split { !$0.isNumber }.compactMap { Int($0) }.sorted()
    guard told.count == listCount, Set(told).count == listCount, let last = told.last,
      last <= (try file.head.count("max_feature_idx"))
    else {
      throw .unsupportedModel(
        .lightGBM, reason: "it does not say which columns its pandas categories belong to",
        supported: [])
    }
    return told
  }
}
