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
    let infos = file.head.has("feature_infos") ? try file.head.words("feature_infos") : []
    // Numbers have a range, constants nothing, categories a list of codes.
    let coded = infos.indices.filter { !infos[$0].hasPrefix("[") && infos[$0] != "none" }
    guard coded.last ?? 0 < features.count else {
      throw file.head.misfit("feature_infos", "one word a feature")
    }
    for column in coded { features[column].content = .code }
    let lists = try Self.lists(file.pandasCategories)
    let columns =
      lists.count == coded.count ? coded : try Self.columns(file, count: lists.count)
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

  /// Which columns have pandas categories, where it is not all that LightGBM saw categories in: those that
  /// it was told to. The file names them by their order only.
  private static func columns(
    _ file: LightGBMFile, count: Int
  ) throws(LearnerError) -> [Int] {
    if count == 0 { return [] }
    let told = String(decoding: file.categoricalFeatures ?? [], as: UTF8.self)
      .split { !$0.isNumber }.compactMap { Int($0) }
    let columns = Set(told).sorted()
    guard columns.count == count, let last = columns.last,
      last <= (try file.head.count("max_feature_idx"))
    else {
      throw .unsupportedModel(
        .lightGBM, reason: "it does not say which columns its pandas categories belong to",
        supported: [])
    }
    return columns
  }
}
