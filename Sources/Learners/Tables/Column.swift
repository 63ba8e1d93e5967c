/// One named column of a table.
public struct Column: Sendable, Equatable {
  /// The name, as the header spells it.
  public let name: String
  /// What the column holds.
  public let type: ColumnType
  /// The cells.
  public let values: Values

  /// The cells of a column, one a row.
  public enum Values: Sendable, Equatable {
    /// Numbers (booleans as 0 and 1); a missing cell is NaN.
    case numbers([Double])
    /// An index into `levels` for each row; a missing cell is -1. Levels differ byte for byte and
    /// stand in order of first appearance.
    case categories(codes: [Int32], levels: [String])
  }

  /// A column of cells; `type` says what `values` mean.
  public init(name: String, type: ColumnType, values: Values) {
    self.name = name
    self.type = type
    self.values = values
  }

  /// How many rows there are.
  public var count: Int {
    switch values {
    case .numbers(let numbers): numbers.count
    case .categories(let codes, _): codes.count
    }
  }

  /// The rows at `indices`, in that order; the levels stay as they are.
  public func rows(_ indices: [Int]) -> Column {
    switch values {
    case .numbers(let numbers):
      Column(name: name, type: type, values: .numbers(indices.map { numbers[$0] }))
    case .categories(let codes, let levels):
      Column(
        name: name, type: type,
        values: .categories(codes: indices.map { codes[$0] }, levels: levels))
    }
  }
}

/// What a column holds, named as pandas names its dtypes, because signatures are read by Python.
public enum ColumnType: String, Sendable, CaseIterable {
  /// Whole numbers, none missing.
  case integer = "int64"
  /// Numbers, some fractional or missing.
  case real = "float64"
  /// TRUE and FALSE in any of their usual spellings.
  case boolean = "bool"
  /// Text from a set of levels.
  case categorical = "object"
}

extension ColumnType {
  /// A value of this type, as a message names it.
  var phrase: String {
    switch self {
    case .integer: "a whole number"
    case .real: "a number"
    case .boolean: "TRUE or FALSE"
    case .categorical: "text"
    }
  }
}
