/// Reads the first record of a text: the names of its columns.
struct HeaderReader {
  /// What to call the text in errors.
  let name: String
  let cutter: RecordCutter
  let longestRecord: Int

  /// The names, and the line that comes after them.
  func read(
    _ input: inout RecordInput, _ bytes: inout [UInt8]
  ) throws(LearnerError) -> (names: [String], nextLine: Int) {
    var line = 1
    while true {
      if input.unread == 0 {
        try input.fill(&bytes, atLeast: 1)
        if input.unread == 0 { throw .emptyTable(name) }
      }
      let cut = cutter.count(bytes.span, from: input.position, to: input.end, isLast: input.isLast)
      switch cut {
      case .blank(let next):
        input.position = next
        line += 1
      case .incomplete(let quote):
        try input.more(&bytes, quote: quote, line: line, limit: longestRecord, named: name)
      case .record(let fields, let next, let lines, _):
        let record = input.position..<next
        try checkText(bytes, record, line)
        let names = names(bytes, record, fields)
        try checkNames(names, line)
        input.position = next
        return (names, line + lines)
      }
    }
  }

  private func checkText(
    _ bytes: [UInt8], _ record: Range<Int>, _ line: Int
  ) throws(LearnerError) {
    if record.count > longestRecord {
      throw .malformedTable(name, line: line, .recordTooLong(limit: longestRecord))
    }
    let span = bytes.span
    if let fault = TextCheck.firstFault(span, from: record.lowerBound, to: record.upperBound) {
      let breaks = RecordCutter.lineBreaks(span, from: record.lowerBound, to: fault.offset)
      throw .malformedTable(name, line: line + breaks, fault.fault)
    }
  }

  private func names(
    _ bytes: [UInt8], _ record: Range<Int>, _ count: Int
  ) -> [String] {
    var block = RecordBlock(bytes: bytes, columns: count, room: count)
    let run = block.cut(
      cutter, from: record.lowerBound, to: record.upperBound, isLast: true, line: 1,
      limit: longestRecord)
    if run.isEscaped { block.unescape() }
    return (0..<count).map { column in
      let name = block.text(column, of: 0)
      // pandas writes its index without a name, and reads it back with this one.
      return column == 0 && name.isEmpty && count > 1 ? "Unnamed: 0" : name
    }
  }

  private func checkNames(_ names: [String], _ line: Int) throws(LearnerError) {
    var seen: Set<[UInt8]> = []
    for (column, name) in names.enumerated() {
      let fault: TableFault? =
        name.isEmpty
        ? .emptyName(column: column + 1)
        : seen.insert(Array(name.utf8)).inserted ? nil : .repeatedName(name)
      if let fault { throw .malformedTable(self.name, line: line, fault) }
    }
  }
}
