/// The features of some rows, stored as what they are: a block of numbers, and for each
/// categorical column the one feature that is 1.
///
/// A product with a vector costs ``denseCount`` + ``categoricalCount`` steps a row, however many
/// levels there are.
public struct DesignMatrix: Sendable, Equatable {
  /// How many rows there are.
  public let rowCount: Int
  /// How many features are numbers; they come first.
  public let denseCount: Int
  /// The numbers, row by row: `rowCount` × `denseCount`, all finite.
  public let dense: [Double]
  /// How many categorical columns there are.
  public let categoricalCount: Int
  /// Row by row, for each categorical column the index of the feature that is 1, in
  /// `denseCount..<featureCount`, or -1 where none is: `rowCount` × `categoricalCount`. A later
  /// column's features have larger indices.
  public let codes: [Int32]
  /// How many features there are, levels included.
  public let featureCount: Int

  /// The caller has made sure of all that the properties promise.
  init(
    rowCount: Int, denseCount: Int, dense: [Double], categoricalCount: Int, codes: [Int32],
    featureCount: Int
  ) {
    precondition(dense.count == rowCount * denseCount, "numbers do not fill the rows")
    precondition(codes.count == rowCount * categoricalCount, "codes do not fill the rows")
    self.rowCount = rowCount
    self.denseCount = denseCount
    self.dense = dense
    self.categoricalCount = categoricalCount
    self.codes = codes
    self.featureCount = featureCount
  }

  /// A matrix of numbers only.
  ///
  /// - Parameters:
  ///   - dense: the numbers, row by row: `rowCount` × `featureCount`.
  ///   - rowCount: how many rows there are.
  ///   - featureCount: how many numbers a row has.
  /// - Throws: ``LearnerError/lengthsDiffer(what:expected:found:)``;
  ///   ``LearnerError/infiniteValue(column:row:)`` for a number that is infinite or NaN, the
  ///   column being its index.
  public init(dense: [Double], rowCount: Int, featureCount: Int) throws(LearnerError) {
    let (expected, overflow) = rowCount.multipliedReportingOverflow(by: featureCount)
    guard !overflow, rowCount >= 0, featureCount >= 0, dense.count == expected else {
      throw .lengthsDiffer(
        what: "numbers", expected: overflow ? .max : expected, found: dense.count)
    }
    if let index = dense.firstIndex(where: { !$0.isFinite }) {
      throw .infiniteValue(column: "\(index % featureCount)", row: index / featureCount + 1)
    }
    self.init(
      rowCount: rowCount, denseCount: featureCount, dense: dense, categoricalCount: 0, codes: [],
      featureCount: featureCount)
  }

  /// The rows at `indices`, in that order.
  ///
  /// - Precondition: each index is in `0..<rowCount`.
  public func rows(_ indices: [Int]) -> DesignMatrix {
    DesignMatrix(
      rowCount: indices.count, denseCount: denseCount,
      dense: indices.flatMap { dense[$0 * denseCount..<($0 + 1) * denseCount] },
      categoricalCount: categoricalCount,
      codes: indices.flatMap { codes[$0 * categoricalCount..<($0 + 1) * categoricalCount] },
      featureCount: featureCount)
  }

  /// Each row's product with a vector, plus a constant.
  ///
  /// - Parameters:
  ///   - coefficients: one for each feature.
  ///   - intercept: what is added to every product.
  /// - Returns: `rowCount` numbers.
  /// - Precondition: there are `featureCount` coefficients.
  /// - Complexity: O(`rowCount` × (`denseCount` + `categoricalCount`)).
  func product(_ coefficients: [Double], adding intercept: Double) -> [Double] {
    precondition(coefficients.count == featureCount, "one coefficient a feature")
    return (0..<rowCount).map { row in
      var sum = intercept
      for feature in 0..<denseCount {
        sum += dense[row * denseCount + feature] * coefficients[feature]
      }
      for code in codes[row * categoricalCount..<(row + 1) * categoricalCount] where code >= 0 {
        sum += coefficients[Int(code)]
      }
      return sum
    }
  }
}
