internal import Registry

// The names of each learner's hyperparameters, and what each can be. Seeds and numbers of threads
// are not among them: the first is the training's, the second changes no model.

extension LogisticRegression: HyperparameterNaming {
  static let named: [Hyperparameter<Self>] = [
    .spelled(
      "penalty", \.penalty, allowed: "l2, or null for none",
      json: { $0 == .l2 ? "l2" : .null },
      parse: { $0 == "l2" ? .l2 : $0 == .null ? Penalty.none : nil }),
    .number("C", \.inverseRegularization, allowed: "a finite number above 0") {
      $0 > 0 && (1 / $0).isFinite
    },
    .classWeight(\.classWeights),
    .count("max_iter", \.maxIterations, in: 1...largestCount),
    .number("tol", \.tolerance, allowed: "a finite number of at least 0") { $0 >= 0 },
  ]
}

extension RidgeRegression: HyperparameterNaming {
  static let named: [Hyperparameter<Self>] = [
    .number("alpha", \.alpha, allowed: "a finite number of at least 0") { $0 >= 0 }
  ]
}

extension RandomForest: HyperparameterNaming {
  static let named: [Hyperparameter<Self>] = [
    .count("n_estimators", \.treeCount, in: 1...100_000),
    .spelled(
      "criterion", \.criterion, allowed: "gini or entropy",
      json: { $0 == .gini ? "gini" : "entropy" },
      parse: { ["gini": .gini, "entropy": .entropy][$0.stringValue ?? ""] }),
    .limit("max_depth", \.maxDepth, in: 1...largestCount),
    .count("min_samples_leaf", \.minSamplesLeaf, in: 1...largestCount),
    .spelled(
      "max_features", \.maxFeatures,
      allowed: "auto, sqrt, null for all columns, or a whole number of at least 1",
      json: { $0?.json ?? "auto" },
      // Mapped: what is no value must not become none, which is auto.
      parse: { $0 == "auto" ? .some(nil) : MaxFeatures(json: $0).map(Optional.some) }),
    .truth("bootstrap", \.bootstrap),
    .classWeight(\.classWeights),
  ]
}

extension RandomForest.MaxFeatures {
  fileprivate var json: JSONValue {
    switch self {
    case .squareRoot: "sqrt"
    case .all: .null
    case .count(let count): .integer(count)
    }
  }

  fileprivate init?(json: JSONValue) {
    switch json {
    case "sqrt": self = .squareRoot
    case .null: self = .all
    default:
      guard let count = json.integerValue, (1...largestCount).contains(count) else { return nil }
      self = .count(count)
    }
  }
}

extension GradientBoosting: HyperparameterNaming {
  static let named: [Hyperparameter<Self>] = [
    .count("n_estimators", \.treeCount, in: 1...100_000),
    .share("learning_rate", \.learningRate),
    .count("max_leaves", \.maxLeaves, in: 2...131_072),
    .limit("max_depth", \.maxDepth, in: 1...largestCount),
    .count("min_samples_leaf", \.minSamplesLeaf, in: 1...largestCount),
    .number("l2", \.l2, allowed: "a finite number of at least 0") { $0 >= 0 },
    .share("subsample", \.rowFraction),
    .share("colsample", \.columnFraction),
    .limit("early_stopping_rounds", \.earlyStoppingRounds, in: 1...largestCount),
    .spelled(
      "monotone", \.monotone,
      allowed: "an object with 1 (never down) or -1 (never up) for each column",
      json: Direction.json, parse: Direction.byColumn),
    .classWeight(\.classWeights),
  ]
}

extension GradientBoosting.Direction {
  fileprivate static func json(_ columns: [String: Self]) -> JSONValue {
    let members = columns.sorted { precedesByBytes($0.key, $1.key) }
    return .object(
      JSONObject(
        distinctMembers: members.map { .init(key: $0.key, value: $0.value == .increasing ? 1 : -1) }
      ))
  }

  fileprivate static func byColumn(_ json: JSONValue) -> [String: Self]? {
    guard let members = json.objectValue?.members else { return nil }
    var columns: [String: Self] = [:]
    for member in members {
      switch member.value.integerValue {
      case 1: columns[member.key] = .increasing
      case -1: columns[member.key] = .decreasing
      default: return nil
      }
    }
    return columns
  }
}
