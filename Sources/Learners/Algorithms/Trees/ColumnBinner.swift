/// Learns how to sort a table's cells into few bins, which is all that trees look at.
///
/// A numeric or boolean column is cut at quantiles, so that each bin has about as many rows; one
/// with few distinct values gets a bin for each. A missing cell has a bin of its own. A categorical
/// column has a bin for each of its most frequent levels and one more for all other cells: missing
/// ones, rare levels, and levels that were not there when the bins were made.
///
/// Source: LightGBM's histograms (Ke et al. (2017), *LightGBM: A highly efficient gradient boosting
/// decision tree*, Advances in Neural Information Processing Systems 30).
public struct ColumnBinner: Sendable, Equatable {
  /// The names of the columns to use; their order does not matter.
  public var columns: [String]
  /// How many bins a column may have besides the one for missing or other cells: 2...255. A
  /// categorical column has 254 at most.
  public var maxBins: Int

  /// A binner that is to learn from these columns.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns to use, the target not among them.
  ///   - maxBins: how many bins a column may have; see ``maxBins``.
  public init(columns: [String], maxBins: Int = 255) {
    self.columns = columns
    self.maxBins = maxBins
  }

  /// Learns the bins of each column from these rows only; their order does not matter.
  ///
  /// - Parameter table: the rows to learn from; columns that are not named are not looked at.
  /// - Returns: the bins, in the order of the table.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/noFeatures`` when no column is named;
  ///   ``LearnerError/noSuchColumn(_:known:)``; ``LearnerError/infiniteValue(column:row:)`` for a
  ///   number that is infinite as a `Float`;
  ///   ``LearnerError/hyperparameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(*n*) for each column.
  public func fit(_ table: Table) throws(LearnerError) -> FittedColumnBinner {
    guard (2...255).contains(maxBins) else {
      throw .hyperparameterOutOfRange(
        name: "maxBins", value: "\(maxBins)", allowed: "a number in 2...255")
    }
    guard table.rowCount > 0 else { throw .noRows }
    guard !columns.isEmpty else { throw .noFeatures }
    for name in columns { _ = try table.column(name) }
    let wanted = Set(columns.map { Array($0.utf8) })
    var inputs: [ColumnBins] = []
    for column in table.columns where wanted.contains(Array(column.name.utf8)) {
      switch column.values {
      case .numbers:
        inputs.append(.numeric(try NumericBins(fitting: column, maxBins: maxBins)))
      case .categories(let codes, let levels):
        inputs.append(
          .categorical(
            CategoricalBins(
              fitting: codes, levels: levels, name: column.name, maxBins: min(maxBins, 254))))
      }
    }
    return FittedColumnBinner(inputs: inputs)
  }
}
