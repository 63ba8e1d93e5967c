internal import Registry

/// The categories that `OneHotEncoder` and `OrdinalEncoder` found in one column, and the numbers that they
/// give them.
struct EncodedColumn {
  let categories: [PickledCell]
  /// The number of each category; rare ones share the last.
  let codes: [Int]
  /// The number that rare categories share.
  let infrequent: Int?
  /// Whether what was missing in training was `None`, which imputers of NaN pass over.
  let hasNone: Bool

  /// How many numbers there are.
  var count: Int { 1 + (codes.max() ?? -1) }

  /// The columns of an encoder.
  ///
  /// - Parameters:
  ///   - encoder: What was fitted.
  ///   - missing: The category of each column that is no category to be grouped, where there is one.
  /// - Returns: One for each column, in order.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  static func all(
    of encoder: PickledObject, missing: [Int: Int] = [:]
  ) throws(LearnerError) -> [EncodedColumn] {
    let name = "_default_to_infrequent_mappings"
    let isGrouped =
      encoder.has("_infrequent_enabled") ? try encoder.bool("_infrequent_enabled") : false
    let groups = isGrouped ? try encoder.items(name) : []
    var columns: [EncodedColumn] = []
    for (index, item) in try encoder.items("categories_").enumerated() {
      guard let categories = try encoder.file.cells(at: item) else {
        throw encoder.misfit("categories_")
      }
      var codes = Array(categories.indices)
      var infrequent: Int?
      if isGrouped {
        guard groups.indices.contains(index) else { throw encoder.misfit(name) }
        if let grouped = try encoder.groups(at: groups[index]) {
          let isShort = missing[index].map { $0 == grouped.count } ?? false
          guard grouped.count + (isShort ? 1 : 0) == categories.count, let last = grouped.max()
          else { throw encoder.misfit(name) }
          codes = isShort ? grouped + [grouped.count] : grouped
          infrequent = last
        }
      }
      columns.append(
        EncodedColumn(
          categories: categories, codes: codes, infrequent: infrequent,
          hasNone: encoder.file.areNone(at: item).contains(true)))
    }
    return columns
  }

  /// Whether the column holds text; `nil` where all of its categories are missing values.
  var isText: Bool? {
    categories.first { $0 != .missing }.map { $0.text != nil }
  }

  /// What becomes of the values of a column whose codes become these answers.
  func answers(
    _ column: PipelineColumn, unknown: Double?, missing: Double? = nil,
    code: (Int) -> Double
  ) -> CategoryAnswers {
    var answers = CategoryAnswers(unknown: unknown)
    answers.missing = missing
    for (category, number) in zip(categories, codes) {
      switch category {
      case .missing: answers.missing = missing ?? code(number)
      case .text(let text): answers.texts[UTF8Key(text)] = code(number)
      default: answers.numbers[category.number ?? .nan] = code(number)
      }
    }
    if !categories.contains(.missing) { answers.missing = unknown }
    guard isText ?? false else { return answers }
    let plain = answers
    let answer = { (text: String?) in text.map(plain.answer) ?? plain.missing }
    if !hasNone { answers.missing = answer(column.replaced(nil)) }
    for text in column.replacements.compactMap(\.text) {
      // A text that no category stands for is unknown, and stays so where unknown ones are refused.
      answers.texts[UTF8Key(text)] = answer(column.replaced(text))
    }
    return answers
  }
}

extension PickledObject {
  /// The codes after grouping; `nil` where nothing is grouped.
  fileprivate func groups(at reference: PickleReference) throws(LearnerError) -> [Int]? {
    if file.document[reference] == .none { return nil }
    guard let matrix = try file.matrix(at: reference) else {
      throw misfit("_default_to_infrequent_mappings")
    }
    let codes = matrix.numbers.compactMap(Int.init(exactly:))
    guard codes.count == matrix.numbers.count, codes.allSatisfy({ codes.indices.contains($0) })
    else {
      throw misfit("_default_to_infrequent_mappings")
    }
    return codes
  }
}
