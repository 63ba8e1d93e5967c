internal import Registry

/// What a search draws hyperparameters from, for each algorithm; those that are not named keep the
/// values of ``Candidate/init(_:)``.
public struct SearchSpace: Sendable, Equatable {
  /// A hyperparameter and its values.
  struct Dimension: Sendable, Equatable {
    let name: String
    let values: SearchValues
  }

  /// By algorithm, ordered by the bytes of the names: the order of a file changes no draw.
  let dimensions: [ModelFamily: [Dimension]]

  init(_ values: [ModelFamily: [String: SearchValues]]) {
    dimensions = values.mapValues { values in
      values.map { Dimension(name: $0.key, values: $0.value) }
        .sorted { precedesByBytes($0.name, $1.name) }
    }
  }

  private init(dimensions: [ModelFamily: [Dimension]]) { self.dimensions = dimensions }

  /// The algorithms that are searched, in the order of ``ModelFamily``.
  public var families: [ModelFamily] { ModelFamily.allCases.filter { dimensions[$0] != nil } }

  /// The part of the space for these algorithms.
  public func limited(to families: [ModelFamily]) -> SearchSpace {
    SearchSpace(dimensions: dimensions.filter { families.contains($0.key) })
  }

  /// The candidate of a trial: the algorithms take turns, and each hyperparameter is drawn.
  ///
  /// Depends on the space, the seed and the trial's number alone, not on other trials.
  ///
  /// - Throws: ``LearnerError/parameters(_:)`` in a space without algorithms.
  func candidate(ofTrial number: Int, seed: UInt64) throws(LearnerError) -> Candidate {
    let families = families
    guard !families.isEmpty else { throw .parameters(.nothingToSearch) }
    let family = families[number % families.count]
    // Numbers far apart make generators that have nothing in common.
    var generator = SeededGenerator(seed: seed &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(number + 1))
    var candidate = Candidate(family)
    for dimension in dimensions[family] ?? [] {
      try candidate.set(dimension.name, to: dimension.values.draw(&generator))
    }
    return candidate
  }
}

extension SearchSpace {
  /// Spaces that suit tables of hundreds to a million rows; docs/search.md shows them as a file.
  public static let usual = SearchSpace([
    .logisticRegression: ["C": .numbers(1e-3...1e3, logarithmic: true)],
    .ridge: ["alpha": .numbers(1e-3...1e3, logarithmic: true)],
    .randomForest: [
      "max_depth": .integers(6...16, logarithmic: false),
      "max_features": .choices(["sqrt", .null]),
      "min_samples_leaf": .integers(1...50, logarithmic: true),
    ],
    .gradientBoosting: [
      "colsample": .numbers(0.5...1, logarithmic: false),
      "l2": .numbers(1e-3...10, logarithmic: true),
      "learning_rate": .numbers(0.02...0.3, logarithmic: true),
      "max_leaves": .integers(7...127, logarithmic: true),
      "min_samples_leaf": .integers(5...100, logarithmic: true),
      "n_estimators": .integers(50...500, logarithmic: true),
      "subsample": .numbers(0.6...1, logarithmic: false),
    ],
  ])
}
