/// How the cells of one column are sorted into bins.
enum ColumnBins: Sendable, Equatable {
  /// By comparing with thresholds.
  case numeric(NumericBins)
  /// By level.
  case categorical(CategoricalBins)

  /// The column's name.
  var name: String {
    switch self {
    case .numeric(let bins): bins.name
    case .categorical(let bins): bins.name
    }
  }

  /// How many bins there are, the last one for missing or other cells: 1...256.
  var count: Int {
    switch self {
    case .numeric(let bins): bins.thresholds.count + 2
    case .categorical(let bins): bins.input.levels.count + 1
    }
  }

  /// The column's cells as trees compare them: a number, or the bin of a level.
  ///
  /// - Throws: ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  func values(of column: Column) throws(LearnerError) -> [Float] {
    switch self {
    case .numeric: return try NumericBins.values(of: column)
    case .categorical(let bins):
      let (codes, levels) = try column.categoryCells()
      let binOfLevel = bins.bins(of: levels).map(Float.init)
      return codes.map { binOfLevel[$0 < 0 ? levels.count : Int($0)] }
    }
  }

  /// The bin of each value that ``values(of:)`` gave.
  func bins(of values: [Float]) -> [UInt8] {
    switch self {
    case .numeric(let bins): bins.bins(of: values)
    case .categorical: values.map { UInt8($0) }
    }
  }
}
