/// Whole records that stand one after the other in memory.
package struct RecordBlock: Sendable {
  /// How many records there are.
  package internal(set) var count = 0
  /// How many fields every record has.
  package let columnCount: Int
  /// Where the fields are, record by record; only the first `count * columnCount` mean something.
  var fields: [FieldRange]
  /// The line that each record starts on.
  var lines: [Int]
  /// The bytes that the fields point into; eight zero bytes follow the last record.
  package internal(set) var bytes: [UInt8]

  /// - Precondition: `room` is at least `columns`, which is at least 1.
  init(bytes: [UInt8], columns: Int, room: Int) {
    self.bytes = bytes
    columnCount = columns
    fields = Array(repeating: FieldRange(start: 0, end: 0), count: room)
    lines = Array(repeating: 0, count: room / columns)
  }

  /// The records alone, without the room for others: what is kept while the next block is read.
  var trimmed: RecordBlock {
    var block = RecordBlock(bytes: bytes, columns: columnCount, room: 0)
    block.count = count
    block.fields = Array(fields.prefix(count * columnCount))
    block.lines = Array(lines.prefix(count))
    return block
  }

  /// The line, from 1, that a record starts on.
  package func line(of record: Int) -> Int { lines[record] }

  /// Where the text of a field is in ``bytes``.
  @inline(__always)
  package func field(_ column: Int, of record: Int) -> FieldRange {
    fields[record &* columnCount &+ column]
  }

  /// The text of a field.
  package func text(_ column: Int, of record: Int) -> String {
    let field = field(column, of: record)
    return String(decoding: bytes[field.start..<field.end], as: UTF8.self)
  }

  /// Whether a field is missing: one of the spellings that pandas reads as missing.
  package func isMissing(_ column: Int, of record: Int) -> Bool {
    let field = field(column, of: record)
    return MissingValue.matches(bytes.span, field)
  }

  /// The number that a field spells, or `nil` when it spells none.
  package func number(_ column: Int, of record: Int) -> Double? {
    let field = field(column, of: record)
    return DecimalNumber(bytes.span, from: field.start, to: field.end)?.value
  }
}
