internal import Registry

/// One input of a model as the readers of rows check it, cell by cell.
///
/// They say only whether a cell fits; what is wrong with its row, ``ModelSignature/validate(row:)`` says.
struct ScoringInput {
  let name: String
  let type: ColumnType
  /// Whether a file need not have it.
  let mayBeAbsent: Bool
  let isNullable: Bool
  /// The texts that it takes; `nil` when it takes all.
  private let levels: Set<UTF8Key>?
  private let dataType: DataType

  /// - Throws: ``LearnerError/unscorableModel(reason:)`` for a type that cells cannot have.
  init(_ input: ModelSignature.Input) throws(LearnerError) {
    name = input.name
    type = try input.columnType()
    dataType = input.type
    mayBeAbsent = input.isRequired == false && input.isDerived != true
    isNullable = input.isNullable ?? true
    levels = input.unknownLevels == .refuse ? input.levels.map { Set($0.map(UTF8Key.init)) } : nil
  }

  /// Whether a number, NaN for a missing one, fits.
  func accepts(_ number: Double) -> Bool {
    number.isNaN ? isNullable : dataType.accepts(number)
  }

  /// Whether a text that is not empty fits.
  func accepts(_ level: String) -> Bool { levels?.contains(UTF8Key(level)) ?? true }

  /// Whether every cell fits that is of the right kind.
  var acceptsAllText: Bool { isNullable && levels == nil }

  /// A column without a value in any of its rows.
  func emptyColumn(rowCount: Int) -> Column {
    let values: Column.Values =
      type == .categorical
      ? .categories(codes: Array(repeating: -1, count: rowCount), levels: [])
      : .numbers(Array(repeating: .nan, count: rowCount))
    return Column(name: name, type: type, values: values)
  }
}

extension ModelSignature {
  /// The inputs as the readers of rows check them.
  func scoringInputs() throws(LearnerError) -> [ScoringInput] {
    var scoring: [ScoringInput] = []
    for input in inputs { scoring.append(try ScoringInput(input)) }
    return scoring
  }

  /// The inputs that only the service that computes them can give.
  func derivedInputs(lackedBy has: (String) -> Bool) -> [String] {
    inputs.filter { $0.isDerived == true && !has($0.name) }.map(\.name)
  }
}

extension ModelSignature.Input {
  /// The type that cells of this input have.
  ///
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` for a type that cells cannot have.
  fileprivate func columnType() throws(LearnerError) -> ColumnType {
    switch type {
    case .float: return .real
    case .integer: return .integer
    case .boolean: return .boolean
    case .string: return .categorical
    case .other(let spelling):
      throw .unscorableModel(reason: "its input '\(name)' has the unknown type '\(spelling)'")
    }
  }
}
