/// Gradient boosting of trees on binned columns, for two labels, several classes or numbers.
///
/// Each tree is fitted to the derivatives of the loss at what the trees before it answer. Trees
/// grow leaf by leaf, missing numbers go the better way, and categorical columns are divided by
/// sets of their levels. No leaf is made whose second derivatives add up to less than 0.001. The model
/// depends on data, hyperparameters and seed alone, not on the number of threads; unless rows are
/// drawn, their order matters in the last digits of the scores before the first tree at most.
///
/// Source: Friedman (2001), *Greedy function approximation: a gradient boosting machine*, The Annals
/// of Statistics 29(5); LightGBM, whose defaults these are.
public struct GradientBoosting: Sendable, Equatable {
  /// How many trees are fitted, at least 1; early stopping may keep fewer.
  public var treeCount = 100
  /// What each tree's answers are multiplied by: above 0, at most 1.
  public var learningRate = 0.1
  /// How many leaves a tree may have, at least 2.
  public var maxLeaves = 31
  /// How many decisions may lead to a leaf, at least 1; `nil` for any number.
  public var maxDepth: Int?
  /// How many rows a leaf has at least, 1 or more; rows of weight 0 do not count.
  public var minSamplesLeaf = 20
  /// What is added to the sum of second derivatives of a leaf: finite, 0 or larger.
  public var l2 = 0.0
  /// Of how many of the rows each tree is made, drawn without replacement: above 0, at most 1.
  public var rowFraction = 1.0
  /// Of how many of the columns each tree is made: above 0, at most 1; one column at least.
  public var columnFraction = 1.0
  /// The numeric columns with which the score must only rise, or only fall, all else being equal.
  public var monotone: [String: Direction] = [:]
  /// After how many trees without a smaller loss on the validation rows fitting stops, at least 1;
  /// the trees up to the smallest loss are kept. `nil` for never: validation rows are then measured
  /// after each tree and change nothing.
  public var earlyStoppingRounds: Int?
  /// How much the rows of each label weigh, besides their sample weights.
  public var classWeights = ClassWeights.equal
  /// Which rows and columns are drawn.
  public var seed: UInt64 = 42
  /// How many threads may work at a time, at least 1; there are never more than processors. It
  /// changes how long fitting takes and nothing else.
  public var maxThreads = Int.max

  /// A way to change.
  public enum Direction: Sendable, Equatable {
    /// Never down.
    case increasing
    /// Never up.
    case decreasing
  }

  /// A learner with LightGBM's default hyperparameters.
  public init() {}
}
