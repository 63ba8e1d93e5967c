/// A random forest on binned columns, for two labels, several classes or numbers.
///
/// Each tree is grown on rows drawn with replacement, and each of its decisions looks at columns
/// drawn anew; the answer is the mean of what the trees say. Missing numbers go the better way, and
/// categorical columns are divided by sets of their levels. Each tree has a generator of its own,
/// derived from the seed and the tree's number: the model does not depend on the number of threads.
///
/// Source: Breiman (2001), *Random forests*, Machine Learning 45; scikit-learn's
/// `RandomForestClassifier` and `RandomForestRegressor`, whose defaults these are.
public struct RandomForest: Sendable, Equatable {
  /// How many trees are grown, at least 1.
  public var treeCount = 100
  /// What a decision makes pure.
  public var criterion = Criterion.gini
  /// How many decisions may lead to a leaf, at least 1; `nil` for any number.
  public var maxDepth: Int?
  /// How many different rows a leaf has at least, 1 or more.
  public var minSamplesLeaf = 1
  /// How many columns a decision looks at; `nil` for the square root of how many there are with labels
  /// and classes, and all of them with numbers.
  public var maxFeatures: MaxFeatures?
  /// Whether each tree draws its rows, as many as there are, with replacement; otherwise it has all.
  public var bootstrap = true
  /// How much the rows of each label weigh, besides their sample weights.
  public var classWeights = ClassWeights.equal
  /// Which rows and columns are drawn.
  public var seed: UInt64 = 42
  /// How many threads may work at a time, at least 1; there are never more than processors. It
  /// changes how long fitting takes and nothing else.
  public var maxThreads = Int.max

  /// A measure of how mixed the labels of a leaf are.
  public enum Criterion: Sendable, Equatable {
    /// Gini's index.
    case gini
    /// Shannon's entropy.
    case entropy
  }

  /// How many columns a decision looks at; when none of them divides the rows, it looks at others.
  public enum MaxFeatures: Sendable, Equatable {
    /// The square root of how many there are, rounded down.
    case squareRoot
    /// All of them.
    case all
    /// So many, at least 1; more than there are is all.
    case count(Int)

    func number(of columnCount: Int) -> Int {
      switch self {
      case .squareRoot: max(1, Int(Double(columnCount).squareRoot()))
      case .all: columnCount
      case .count(let count): min(count, columnCount)
      }
    }
  }

  /// A learner with scikit-learn's default hyperparameters.
  public init() {}

  /// Refuses what the method cannot use.
  ///
  /// - Throws: ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  func checkHyperparameters() throws(LearnerError) {
    try check("treeCount", treeCount, isAtLeast: 1)
    try check("maxDepth", maxDepth ?? 1, isAtLeast: 1)
    try check("minSamplesLeaf", minSamplesLeaf, isAtLeast: 1)
    try check("maxThreads", maxThreads, isAtLeast: 1)
    if case .count(let count) = maxFeatures { try check("maxFeatures", count, isAtLeast: 1) }
  }
}
