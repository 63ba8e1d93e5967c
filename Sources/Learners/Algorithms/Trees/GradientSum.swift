/// A sum over rows of their gradients, of their hessians and of the rows, in whole numbers.
///
/// The first number is the sum of gradients; the second holds the sum of hessians above the count
/// of rows. Sums of whole numbers are exact: no order of rows, no share of the work between threads
/// and no subtraction changes one bit of a model.
typealias GradientSum = SIMD2<Int64>

/// The units in which gradients and hessians are counted: powers of 2, so small that a row's number
/// has up to 50 bits, and so large that no sum overflows.
struct GradientUnits: Sendable, Equatable {
  private let gradientsPerUnit: Double
  private let hessiansPerUnit: Double
  private let gradientUnit: Double
  private let hessianUnit: Double
  private let countBits: Int64

  /// - Parameters:
  ///   - rowCount: how many rows there are.
  ///   - largestGradient: none is larger in size.
  ///   - largestHessian: none is larger.
  init(rowCount: Int, largestGradient: Double, largestHessian: Double) {
    let rowBits = Int.bitWidth - rowCount.leadingZeroBitCount
    countBits = Int64(rowBits)
    let gradientExponent = min(50, 61 - rowBits) - Self.bits(largestGradient)
    let hessianExponent = min(50, 61 - 2 * rowBits) - Self.bits(largestHessian)
    gradientsPerUnit = Self.power(gradientExponent)
    hessiansPerUnit = Self.power(hessianExponent)
    gradientUnit = Self.power(-gradientExponent)
    hessianUnit = Self.power(-hessianExponent)
  }

  /// What a row adds to sums.
  @inline(__always)
  func sum(gradient: Double, hessian: Double) -> GradientSum {
    let counted = SIMD2(gradient * gradientsPerUnit, hessian * hessiansPerUnit)
    // Added to 1.5 · 2⁵², a number is rounded to a whole one, which its lowest bits then are.
    let shifted = counted + 0x1.8p52
    let whole = SIMD2<Int64>(
      Int64(bitPattern: shifted[0].bitPattern), Int64(bitPattern: shifted[1].bitPattern))
    let numbers = whole &- Int64(bitPattern: (0x1.8p52).bitPattern)
    return GradientSum(numbers[0], (numbers[1] << countBits) + 1)
  }

  /// What a row adds to sums of hessians and of rows alone, the second number of a ``GradientSum``.
  func packed(hessian: Double) -> Int64 { sum(gradient: 0, hessian: hessian)[1] }

  /// The sum of gradients.
  @inline(__always)
  func gradient(_ sum: GradientSum) -> Double { Double(sum[0]) * gradientUnit }

  /// The sum of hessians, 0 or larger.
  @inline(__always)
  func hessian(_ sum: GradientSum) -> Double { hessian(packed: sum[1]) }

  /// The sum of hessians in a packed sum.
  @inline(__always)
  func hessian(packed: Int64) -> Double { Double(packed >> countBits) * hessianUnit }

  /// How many rows there are.
  @inline(__always)
  func count(_ sum: GradientSum) -> Int { count(packed: sum[1]) }

  /// The count of rows in a packed sum.
  @inline(__always)
  func count(packed: Int64) -> Int { Int(packed & ((1 << countBits) - 1)) }

  /// What part of one packed sum another one is: of its hessians, or of its rows where the hessians are
  /// too small to be told from 0.
  func share(_ part: Int64, of whole: Int64) -> Double {
    let weight = hessian(packed: whole)
    guard weight > 0 else { return Double(count(packed: part)) / Double(count(packed: whole)) }
    return hessian(packed: part) / weight
  }

  /// The exponent of a power of 2 that is at least `value`.
  private static func bits(_ value: Double) -> Int {
    value > 0 ? min(Int(value.exponent) + 1, 1_000) : 0
  }

  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: max(-1_000, min(exponent, 1_000)), significand: 1)
  }
}
