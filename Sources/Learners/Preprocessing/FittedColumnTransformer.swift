/// Turns tables into feature matrices, as ``ColumnTransformer`` learned to.
///
/// The features are all numeric inputs in table order, then the levels of each categorical input
/// in table order.
public struct FittedColumnTransformer: Sendable, Equatable {
  /// One column and what was learned of it.
  public enum Input: Sendable, Equatable {
    /// Imputed and standardised.
    case numeric(NumericInput)
    /// One feature a level.
    case categorical(CategoricalInput)

    /// The column's name.
    public var name: String {
      switch self {
      case .numeric(let input): input.name
      case .categorical(let input): input.name
      }
    }
  }

  /// The inputs, in table order.
  public let inputs: [Input]

  /// A transformer of known inputs.
  ///
  /// - Parameter inputs: one for each column, in table order.
  public init(inputs: [Input]) {
    self.inputs = inputs
  }

  /// The numeric inputs, in table order.
  public var numericInputs: [NumericInput] {
    inputs.compactMap { if case .numeric(let input) = $0 { input } else { nil } }
  }

  /// The categorical inputs, in table order.
  public var categoricalInputs: [CategoricalInput] {
    inputs.compactMap { if case .categorical(let input) = $0 { input } else { nil } }
  }

  /// How many features there are.
  public var featureCount: Int {
    numericInputs.count + categoricalInputs.reduce(0) { $0 + $1.featureCount }
  }

  /// The features' names in order, as scikit-learn's `get_feature_names_out` gives them: `age`,
  /// `job_admin.`, and `job_nan` for the missing level.
  public var featureNames: [String] {
    numericInputs.map(\.name)
      + categoricalInputs.flatMap { input in
        (input.levels + (input.missingIsLevel ? ["nan"] : [])).map { "\(input.name)_\($0)" }
      }
  }

  /// The features of each row.
  ///
  /// - Parameter table: rows with at least the fitted columns, in any order. A numeric column may
  ///   stand in for a categorical one only when all its cells are missing, since a file then does
  ///   not tell them apart; the same holds the other way round.
  /// - Returns: `table.rowCount` rows of ``featureCount`` features.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  /// - Complexity: O(rows × columns).
  public func transform(_ table: Table) throws(LearnerError) -> DesignMatrix {
    let numeric = numericInputs
    var dense = [Double](repeating: 0, count: table.rowCount * numeric.count)
    for (position, input) in numeric.enumerated() {
      let numbers = try input.cells(of: try table.column(input.name))
      for row in numbers.indices {
        dense[row * numeric.count + position] = input.standardised(numbers[row])
      }
    }
    return DesignMatrix(
      rowCount: table.rowCount, denseCount: numeric.count, dense: dense,
      categoricalCount: categoricalInputs.count, codes: try codes(of: table),
      featureCount: featureCount)
  }

  /// Row by row, the feature that each categorical input sets, or -1.
  private func codes(of table: Table) throws(LearnerError) -> [Int32] {
    let categorical = categoricalInputs
    var codes = [Int32](repeating: -1, count: table.rowCount * categorical.count)
    var offset = numericInputs.count
    for (position, input) in categorical.enumerated() {
      let (cells, levels) = try table.column(input.name).categoryCells()
      let features = input.features(of: levels, offset: offset)
      for row in cells.indices {
        let level = cells[row] < 0 ? levels.count : Int(cells[row])
        codes[row * categorical.count + position] = features[level]
      }
      offset += input.featureCount
    }
    return codes
  }
}

extension NumericInput {
  /// The column's cells, none infinite.
  fileprivate func cells(of column: Column) throws(LearnerError) -> [Double] {
    let numbers = try column.numberCells()
    // A finite cell over a scale below 1 may overflow, so the feature is what is looked at.
    if let row = numbers.firstIndex(where: { !standardised($0).isFinite }) {
      throw .infiniteValue(column: name, row: row + 1)
    }
    return numbers
  }
}
