/// Learns how to turn a table's columns into numbers: impute, standardise, one-hot.
///
/// Numeric and boolean columns have their missing cells filled with the median and are then
/// standardised to mean 0 and standard deviation 1. Categorical columns become one feature a level.
///
/// Source: scikit-learn's `ColumnTransformer` of `SimpleImputer(strategy="median")`,
/// `StandardScaler` and `OneHotEncoder(handle_unknown="ignore")`, whose numbers this reproduces.
public struct ColumnTransformer: Sendable, Equatable {
  /// The names of the columns to use; their order does not matter.
  public var columns: [String]

  /// A transformer that is to learn from these columns.
  ///
  /// - Parameter columns: the names of the columns to use, the target not among them.
  public init(columns: [String]) {
    self.columns = columns
  }

  /// Learns medians, means, scales and levels from these rows only.
  ///
  /// - Parameter table: the rows to learn from; columns that are not named are not looked at.
  /// - Returns: the fitted inputs, in the order of the table.
  /// - Throws: ``LearnerError/noRows``; ``LearnerError/noFeatures`` when no column is named;
  ///   ``LearnerError/noSuchColumn(_:known:)``; ``LearnerError/allMissing(column:)`` for a numeric
  ///   column without a value (scikit-learn drops it and warns);
  ///   ``LearnerError/infiniteValue(column:row:)``; ``LearnerError/valuesTooLarge(column:)`` when
  ///   the variance overflows, from about 1e154 on.
  /// - Complexity: O(*n*) expected for each numeric column; O(*n* + *k* log *k*) for a categorical
  ///   one of *k* levels.
  public func fit(_ table: Table) throws(LearnerError) -> FittedColumnTransformer {
    guard table.rowCount > 0 else { throw .noRows }
    guard !columns.isEmpty else { throw .noFeatures }
    for name in columns { _ = try table.column(name) }
    let wanted = Set(columns.map { Array($0.utf8) })
    var inputs: [FittedColumnTransformer.Input] = []
    for column in table.columns where wanted.contains(Array(column.name.utf8)) {
      switch column.values {
      case .numbers(let numbers):
        inputs.append(.numeric(try NumericInput(fitting: numbers, name: column.name)))
      case .categories(let codes, let levels):
        inputs.append(
          .categorical(CategoricalInput(fitting: codes, levels: levels, name: column.name)))
      }
    }
    return FittedColumnTransformer(inputs: inputs)
  }
}
