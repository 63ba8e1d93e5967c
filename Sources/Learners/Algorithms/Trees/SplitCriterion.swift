internal import Glibc

/// What makes a leaf good.
enum SplitCriterion: Sendable, Equatable {
  /// By how much the best answer lowers a loss with these gradients and hessians, times two.
  ///
  /// Source: Chen & Guestrin (2016), *XGBoost: A scalable tree boosting system*, equation 7.
  case newton(l2: Double)
  /// How pure it is by Gini's index; gradients are then the weight of label 1, hessians all weight.
  ///
  /// Source: Breiman, Friedman, Olshen & Stone (1984), *Classification and regression trees*.
  case gini
  /// How pure it is by entropy; gradients are then the weight of label 1, hessians all weight.
  case entropy
  /// How near each other numbers of -1...1 are; gradients are then weight × number, hessians the
  /// weight.
  ///
  /// Source: as for Gini's index.
  case variance

  /// The least sum of hessians of a leaf: where it is smaller, the second order says nothing.
  ///
  /// Source: scikit-learn and LightGBM, which have the same number.
  var minHessian: Double {
    switch self {
    case .newton: 1e-3
    case .gini, .entropy, .variance: Double.leastNormalMagnitude
    }
  }

  /// What is added to the hessians when levels are put in order and sets of them are judged: in
  /// boosting, where each tree follows the last one's errors, one of few rows is not to be taken at
  /// its word.
  ///
  /// Source: LightGBM's `cat_smooth` and `cat_l2`.
  var levelSmoothing: Double {
    switch self {
    case .newton: 10
    case .gini, .entropy, .variance: 0
    }
  }

  /// How good a leaf with its best answer is, the larger the better. With variance that is 0, since
  /// two sides are compared with each other.
  @inline(__always)
  func score(_ gradient: Double, _ hessian: Double) -> Double {
    switch self {
    // In this order no product overflows where the gradients do not.
    case .newton(let l2): return gradient * (gradient / (hessian + l2))
    case .gini:
      let rest = hessian - gradient
      return (gradient * gradient + rest * rest) / hessian
    case .entropy:
      return information(gradient) + information(hessian - gradient) - information(hessian)
    case .variance: return 0
    }
  }

  /// How good two sides with their best answers are.
  @inline(__always)
  func score(
    _ leftGradient: Double, _ leftHessian: Double, _ rightGradient: Double, _ rightHessian: Double
  ) -> Double {
    guard case .variance = self else {
      return score(leftGradient, leftHessian) + score(rightGradient, rightHessian)
    }
    // By how much the sum of squares falls, without the difference of two large numbers.
    let distance = leftGradient / leftHessian - rightGradient / rightHessian
    return leftHessian * (rightHessian / (leftHessian + rightHessian)) * distance * distance
  }

  /// What rounding can make of the score of a leaf.
  func rounding(_ score: Double, _ hessian: Double) -> Double {
    // Variance is a square: what rounding makes of a number is squared, too.
    if case .variance = self { return 1e-24 * hessian }
    return 1e-12 * max(abs(score), hessian)
  }

  /// How good a leaf with another answer is; purity knows no answers.
  @inline(__always)
  func score(_ gradient: Double, _ hessian: Double, answer: Double) -> Double {
    guard case .newton(let l2) = self else { return score(gradient, hessian) }
    return -answer * (2 * gradient + (hessian + l2) * answer)
  }

  /// The best answer of a leaf.
  @inline(__always)
  func answer(_ gradient: Double, _ hessian: Double) -> Double {
    switch self {
    case .newton(let l2): -gradient / (hessian + l2)
    case .gini, .entropy, .variance: gradient / hessian
    }
  }
}

/// x log x; 0 where x is 0 or by rounding less.
func information(_ x: Double) -> Double { x > 0 ? x * log(x) : 0 }
