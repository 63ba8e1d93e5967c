/// Logistic regression for two labels or several classes, with an L2 penalty or none.
///
/// Minimises ½‖w‖² + C Σ weight × log-loss; intercepts are not penalised. With the penalty the minimum
/// is unique, also when the labels can be separated or columns repeat each other, so there is no seed,
/// and row order matters only in the last digits.
///
/// Source: scikit-learn's `LogisticRegression`, whose objective and defaults these are; found by
/// Newton's method, since the minimum is then exact after some six passes.
public struct LogisticRegression: Sendable, Equatable {
  /// What keeps coefficients small.
  public var penalty = Penalty.l2
  /// The weight of the data against the penalty, scikit-learn's `C`: finite and above 0.
  public var inverseRegularization: Double
  /// How much the rows of each label weigh, besides their sample weights.
  public var classWeights = ClassWeights.equal
  /// How many Newton steps there may be, at least 1.
  public var maxIterations: Int
  /// When to stop: the largest entry of the mean gradient, each divided by its column's largest
  /// absolute value. Finite, 0 or larger; 0 goes on until rounding lets nothing improve.
  public var tolerance: Double
  /// Up to how many coefficients the Hessian is built and factored; conjugate gradients are used
  /// for more. Both end at the same minimum.
  var choleskyLimit = 1_024

  /// What keeps coefficients small.
  public enum Penalty: Sendable, Equatable {
    /// Half the sum of their squares.
    case l2
    /// Nothing. Where features can tell some labels without exception there is no minimum: the
    /// coefficients are then large, finite and not converged. Where columns repeat each other there
    /// are many, of which one is found.
    case none
  }

  /// A learner with these hyperparameters.
  ///
  /// - Parameters:
  ///   - inverseRegularization: scikit-learn's `C`: finite and above 0.
  ///   - maxIterations: how many Newton steps there may be, at least 1.
  ///   - tolerance: when to stop; see ``tolerance``.
  public init(
    inverseRegularization: Double = 1, maxIterations: Int = 100, tolerance: Double = 1e-10
  ) {
    self.inverseRegularization = inverseRegularization
    self.maxIterations = maxIterations
    self.tolerance = tolerance
  }

  /// Refuses what the method cannot use.
  ///
  /// - Throws: ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  func checkHyperparameters() throws(LearnerError) {
    guard inverseRegularization > 0, inverseRegularization.isFinite,
      (1 / inverseRegularization).isFinite
    else {
      throw .hyperparameterOutOfRange(
        name: "inverseRegularization", value: "\(inverseRegularization)",
        allowed: "a finite number above 0")
    }
    try check("maxIterations", maxIterations, isAtLeast: 1)
    guard tolerance >= 0, tolerance.isFinite else {
      throw .hyperparameterOutOfRange(
        name: "tolerance", value: "\(tolerance)", allowed: "a finite number of at least 0")
    }
  }
}
