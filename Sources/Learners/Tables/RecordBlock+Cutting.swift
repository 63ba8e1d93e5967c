/// How a block gets its records.
extension RecordBlock {
  /// Cuts whole records into the block, as many as there are and as there is room for.
  mutating func cut(
    _ cutter: RecordCutter, from start: Int, to end: Int, isLast: Bool, line: Int, limit: Int
  ) -> Run {
    let bounds = Bounds(start: start, end: end, isLast: isLast, line: line, limit: limit)
    let run = Self.cut(bytes, cutter, bounds, columns: columnCount, into: &fields, &lines)
    count = run.records
    return run
  }

  /// What to cut.
  private struct Bounds {
    let start: Int
    let end: Int
    let isLast: Bool
    let line: Int
    let limit: Int
  }

  /// How far ``cut(_:from:to:isLast:line:limit:)`` came, and why it went no further.
  struct Run {
    /// The byte and the line that the next record starts at.
    var position: Int
    var line: Int
    /// How many records are whole, and the byte after the last of them.
    var records = 0
    var recordsEnd: Int
    /// Whether a field has quotes left in its text.
    var isEscaped = false
    /// What is wrong with the record before `position`, which is not part of the block.
    var fault: (fault: TableFault, line: Int)?
    /// Where the quotes opened that do not close before the bytes end.
    var quote: Int?
  }

  // Static, so that the arrays are parts of their own to the compiler: spans of two stored
  // properties of one `self` overlap for it.
  private static func cut(
    _ bytes: [UInt8], _ cutter: RecordCutter, _ bounds: Bounds, columns: Int,
    into fields: inout [FieldRange], _ lines: inout [Int]
  ) -> Run {
    var run = Run(position: bounds.start, line: bounds.line, recordsEnd: bounds.start)
    let bytes = bytes.span
    var fields = fields.mutableSpan
    var lines = lines.mutableSpan
    while run.position < bounds.end, run.records < lines.count {
      let cut = cutter.cut(
        bytes, from: run.position, to: bounds.end, isLast: bounds.isLast, into: &fields,
        at: run.records &* columns, room: columns)
      switch cut {
      case .blank(let next):
        run.position = next
        run.line += 1
      case .incomplete(let quote):
        run.quote = quote
        return run
      case .record(let found, let next, let height, let isEscaped):
        if next - run.position > bounds.limit {
          run.fault = (.recordTooLong(limit: bounds.limit), run.line)
        } else if found != columns {
          run.fault = (.fieldCount(expected: columns, found: found), run.line)
        }
        run.position = next
        if run.fault != nil { return run }
        lines[run.records] = run.line
        run.line += height
        run.isEscaped = run.isEscaped || isEscaped
        run.records += 1
        run.recordsEnd = next
      }
    }
    return run
  }

  /// Drops the record that holds the byte at `offset` and those after it.
  mutating func keepRecords(before offset: Int) {
    while count > 0, field(0, of: count - 1).start > offset { count -= 1 }
    if count > 0 { count -= 1 }
  }

  /// Takes the quotes out of the text of every field that has some left.
  mutating func unescape() {
    for index in 0..<(count * columnCount) where fields[index].isEscaped {
      fields[index] = unescaped(fields[index])
    }
  }

  /// Moves the text of a field together over its quotes; spaces fill the end.
  private mutating func unescaped(_ field: FieldRange) -> FieldRange {
    var end = field.start
    var isInside = true
    var position = field.start
    while position < field.end {
      let byte = bytes[position]
      position += 1
      if isInside && byte == RecordCutter.quote {
        // A doubled quote stands for one; a single one closes, and later quotes are text.
        isInside = position < field.end && bytes[position] == RecordCutter.quote
        guard isInside else { continue }
        position += 1
      }
      bytes[end] = byte
      end += 1
    }
    for index in end..<field.end { bytes[index] = RecordCutter.space }
    return FieldRange(start: field.start, end: end)
  }
}
