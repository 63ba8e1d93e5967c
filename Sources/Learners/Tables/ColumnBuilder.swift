/// The cells of one column while they are read.
///
/// Either the type is known and each cell must fit it, or it is found out: numbers for as long as
/// every cell is one, booleans likewise, text otherwise. When text comes after other kinds of
/// cells, their spelling is gone: ``needsAnotherPass`` says so, and the column is read again as
/// text.
struct ColumnBuilder {
  private enum Content {
    /// Only missing cells so far.
    case undecided
    case numbers
    case booleans
    case text
  }

  let name: String
  /// The type that was asked for; `nil` to find out.
  let wanted: ColumnType?
  private(set) var needsAnotherPass = false

  private var content: Content
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var index = LevelIndex()
  private var hasFraction = false
  private var missingCount = 0

  init(name: String, wanted: ColumnType?) {
    self.name = name
    self.wanted = wanted
    content =
      switch wanted {
      case nil: .undecided
      case .categorical: .text
      case .boolean: .booleans
      case .integer, .real: .numbers
      }
  }

  /// Takes the next cell; `false` when it does not fit the type that was asked for.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch content {
    case .text: return appendText(cell)
    case .numbers: return appendNumber(cell)
    case .booleans: return appendBoolean(cell)
    case .undecided: return appendFirst(cell)
    }
  }

  private mutating func appendFirst(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellParsing.number(cell) != nil {
      content = .numbers
      return appendNumber(cell)
    }
    if CellParsing.isMissing(cell) {
      appendMissingNumber()
      return true
    }
    if CellParsing.boolean(cell) != nil {
      content = .booleans
      return appendBoolean(cell)
    }
    content = .text
    codes = [Int32](repeating: -1, count: numbers.count)
    numbers = []
    return appendText(cell)
  }

  private mutating func appendNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if let number = CellParsing.number(cell) {
      if !number.isWhole { hasFraction = true }
      guard wanted == nil || fits(number.value) else { return false }
      numbers.append(number.value)
      return true
    }
    return appendOther(cell)
  }

  /// Whether a number can stand in a column of the wanted type: models take it as a `Float`.
  private func fits(_ value: Double) -> Bool {
    Float(value).isFinite && (wanted != .integer || value == value.rounded())
  }

  private mutating func appendBoolean(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if let value = CellParsing.boolean(cell) {
      numbers.append(value)
      return true
    }
    if wanted == .boolean, let number = CellParsing.number(cell), [0, 1].contains(number.value) {
      numbers.append(number.value)
      return true
    }
    return appendOther(cell)
  }

  /// A cell of another kind than those before it.
  private mutating func appendOther(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellParsing.isMissing(cell) {
      appendMissingNumber()
      return true
    }
    guard wanted == nil else { return false }
    needsAnotherPass = true
    content = .text
    numbers = []
    return true
  }

  private mutating func appendMissingNumber() {
    numbers.append(.nan)
    missingCount += 1
  }

  private mutating func appendText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !needsAnotherPass else { return true }
    if CellParsing.isMissing(cell) {
      codes.append(-1)
      missingCount += 1
    } else {
      codes.append(index.code(cell))
    }
    return index.count < Int(Int32.max)
  }

  /// Forgets the cells, so that the next batch can be read.
  mutating func removeAll() {
    self = ColumnBuilder(name: name, wanted: wanted)
  }

  /// The column; `nil` when a level is not UTF-8.
  func column() -> Column? {
    if content == .text {
      let levels = index.levels.compactMap { $0 }
      guard levels.count == index.count else { return nil }
      return Column(
        name: name, type: .categorical, values: .categories(codes: codes, levels: levels))
    }
    return Column(name: name, type: type, values: .numbers(numbers))
  }

  private var type: ColumnType {
    if let wanted { return wanted }
    switch content {
    case .booleans: return .boolean
    case .numbers where !hasFraction && missingCount == 0: return .integer
    default: return .real
    }
  }
}
