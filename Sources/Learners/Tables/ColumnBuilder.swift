/// Turns the fields of one column into values, block after block, and finds out what they are.
///
/// A column begins as numbers. The first cell that is neither a number nor missing makes it text.
/// When numbers came before, their spelling is lost: the column then says that it
/// ``needsText`` and takes nothing more; read the text again with ``init(rereading:)``.
package struct ColumnBuilder {
  /// The type that was asked for; `nil` finds out.
  private let asked: ColumnType?
  private var isText: Bool
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var table = LevelTable()
  private var facts = NumberFacts()
  /// Whether a number's spelling was lost that a later cell shows to be text.
  private var isMixed = false

  /// - Parameter type: what every cell has to be; `nil` finds out.
  package init(type: ColumnType?) {
    asked = type
    isText = type == .categorical
  }

  /// A builder for a column that turned out to be text.
  init(rereading builder: ColumnBuilder) {
    asked = builder.asked
    isText = true
    // Kept for the notes: whether it is whole numbers that made it text.
    facts = builder.facts
    isMixed = false
  }

  /// Whether the column is text and has to be read again from the start.
  ///
  /// Besides mixed columns these are whole numbers of 2^53 and above, which Double cannot tell
  /// apart: they name things, so their text counts.
  var needsText: Bool { isMixed || (!isText && asked == nil && isTooLarge) }

  /// Whether all cells are whole numbers, some of them too large to be exact.
  var isTooLarge: Bool { facts.hasHuge && !facts.hasFraction && !isMixed }

  /// Takes a column of a block.
  ///
  /// - Returns: the first record that does not fit the type asked for, or `nil`.
  package mutating func append(_ block: borrowing RecordBlock, column: Int) -> Int? {
    if isText {
      table.appendCodes(of: block, column: column, from: 0, to: &codes)
      return nil
    }
    guard !isMixed else { return nil }
    if asked == .boolean { return appendBooleans(block, column) }
    guard let stop = appendNumbers(block, column) else { return nil }
    guard asked == nil else { return stop }
    if facts.hasNumber {
      isMixed = true
      numbers = []
    } else {
      isText = true
      codes = Array(repeating: -1, count: numbers.count)
      numbers = []
      table.appendCodes(of: block, column: column, from: stop, to: &codes)
    }
    return nil
  }

  /// Takes numbers up to the first cell that is none, and returns its record.
  private mutating func appendNumbers(_ block: borrowing RecordBlock, _ column: Int) -> Int? {
    let first = numbers.count
    numbers.append(contentsOf: repeatElement(.nan, count: block.count))
    let stop = Self.fill(&numbers, from: first, block, column, &facts, asked == .integer)
    if let stop { numbers.removeLast(block.count - stop) }
    return stop
  }

  private static func fill(
    _ numbers: inout [Double], from first: Int, _ block: borrowing RecordBlock, _ column: Int,
    _ facts: inout NumberFacts, _ onlyIntegers: Bool
  ) -> Int? {
    let bytes = block.bytes.span
    let fields = block.fields.span
    var numbers = numbers.mutableSpan
    var index = column
    for record in 0..<block.count {
      let field = fields[index]
      index &+= block.columnCount
      if let small = DecimalNumber.smallWhole(bytes, from: field.start, to: field.end) {
        numbers[first &+ record] = small
        facts.hasNumber = true
      } else if !onlyIntegers,
        let value = DecimalNumber.fixedPoint(bytes, from: field.start, to: field.end)
      {
        numbers[first &+ record] = value
        facts.hasNumber = true
        facts.hasFraction = true
      } else if let number = DecimalNumber.general(bytes, from: field.start, to: field.end) {
        facts.note(number)
        guard !onlyIntegers || number.isSafeInteger else { return record }
        numbers[first &+ record] = number.value
      } else {
        guard !onlyIntegers, MissingValue.matches(bytes, field) else { return record }
        facts.hasMissing = true
      }
    }
    return nil
  }

  /// Takes booleans, 0 and 1 among them, up to the first cell that is none.
  private mutating func appendBooleans(_ block: borrowing RecordBlock, _ column: Int) -> Int? {
    for record in 0..<block.count {
      if let truth = BooleanWord.value(of: block.text(column, of: record)) {
        numbers.append(truth ? 1 : 0)
      } else if block.isMissing(column, of: record) {
        numbers.append(.nan)
      } else if let number = block.number(column, of: record), number == 0 || number == 1 {
        numbers.append(number)
      } else {
        return record
      }
    }
    return nil
  }

  /// The column of all cells taken.
  ///
  /// - Complexity: O(*n*), where *n* is the number of cells.
  package consuming func column(named name: String) -> Column {
    if isText {
      let levels = table.levels
      if asked == nil, let truths = BooleanWord.values(of: levels) {
        let numbers = codes.map { $0 < 0 ? .nan : truths[Int($0)] }
        return Column(name: name, type: .boolean, values: .numbers(numbers))
      }
      let values = Column.Values.categories(codes: codes, levels: levels)
      return Column(name: name, type: .categorical, values: values)
    }
    let type = asked ?? (facts.areIntegers ? .integer : .real)
    // A whole number has one zero only, as in pandas.
    if facts.hasMinusZero, !facts.hasFraction || type == .integer {
      numbers = numbers.map { $0 + 0 }
    }
    return Column(name: name, type: type, values: .numbers(numbers))
  }
}
