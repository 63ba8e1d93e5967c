/// Which column of a table each feature of a model is.
struct FeatureBinding: Sendable {
  /// The name of the column, for each feature.
  let columns: [String]

  /// Finds the features among the inputs of a signature: by their names; by the names that exporters
  /// make of them, in which whatever is no letter or digit is `_`; or by their places, where the model
  /// has no names of its own for them.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` when they are not there.
  init(_ features: [ModelFeature], inputs: [String], path: String) throws(LearnerError) {
    let names = features.compactMap(\.name)
    if let columns = Self.columns(features, among: inputs, spelled: { $0 })
      ?? Self.columns(features, among: inputs, spelled: Self.exported)
    {
      self.columns = columns
      return
    }
    guard features.count == inputs.count, Self.areNumbered(features),
      Set(inputs.map(UTF8Key.init)).isDisjoint(with: names.map(UTF8Key.init))
    else {
      let wanted = names.isEmpty ? "\(features.count) columns" : shortList(names)
      throw .unscorableModel(reason: "it takes \(wanted), which are not the inputs of '\(path)'")
    }
    columns = inputs
  }

  /// By their names; those without one are what is left of the inputs, in order.
  private static func columns(
    _ features: [ModelFeature], among inputs: [String], spelled: (String) -> String
  ) -> [String]? {
    let names = Set(features.compactMap(\.name).map { UTF8Key(spelled($0)) })
    var inputOfName: [UTF8Key: String] = [:]
    for input in inputs {
      // Two inputs that are spelled alike cannot be told apart.
      guard inputOfName.updateValue(input, forKey: UTF8Key(spelled(input))) == nil else {
        return nil
      }
    }
    let others = inputs.filter { !names.contains(UTF8Key(spelled($0))) }
    let namelessCount = features.count { $0.name == nil }
    guard namelessCount == 0 || namelessCount == others.count else { return nil }
    var rest = others.makeIterator()
    let columns = features.compactMap { feature in
      feature.name.map { inputOfName[UTF8Key(spelled($0))] } ?? rest.next()
    }
    return columns.count == features.count ? columns : nil
  }

  private static func exported(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// Whether the features have no names but numbers: `f0`, `Column_1`, `x2`.
  private static func areNumbered(_ features: [ModelFeature]) -> Bool {
    (0...1).contains { first in
      features.enumerated().allSatisfy { index, feature in
        feature.name.map { $0.suffix(while: \.isNumber) == String(index + first) } ?? true
      }
    }
  }
}

extension String {
  /// The longest end of characters that all are what is asked for.
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> Substring {
    let start = lastIndex { !isWanted($0) }.map(index(after:)) ?? startIndex
    return self[start...]
  }
}
