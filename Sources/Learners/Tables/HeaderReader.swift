/// Reads the first record of a text: the names of its columns.
struct HeaderReader {
  /// What to call the text in errors.
  private let name: String
  private let longestRecord: Int
  /// How the text is cut, known when the header was read.
  private(set) var cutter: RecordCutter
  /// Whether the header is still to say if spaces in front of fields are part of them.
  private var isUndecided: Bool

  /// - Parameters:
  ///   - name: What to call the text in errors.
  ///   - separator: The byte between fields.
  ///   - skipsInitialSpace: Whether spaces in front of fields are no part of them; where it is `nil`, they
  ///     are none if a space follows each separator of the header, as Python's `csv.Sniffer` has it.
  ///   - longestRecord: How many bytes one record may have.
  init(name: String, separator: Separator, skipsInitialSpace: Bool?, longestRecord: Int) {
    self.name = name
    self.longestRecord = longestRecord
    cutter = RecordCutter(
      separator: separator.rawValue, skipsInitialSpace: skipsInitialSpace ?? true)
    isUndecided = skipsInitialSpace == nil
  }

  /// The names, and the line that comes after them.
  mutating func read(
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
        if isUndecided, input.isLast {
          // A quote behind spaces that never closes is text.
          isUndecided = false
          cutter = RecordCutter(separator: cutter.separator, skipsInitialSpace: false)
          continue
        }
        try input.more(&bytes, quote: quote, line: line, limit: longestRecord, named: name)
      case .record(let fields, let next, let lines, _):
        let record = input.position..<next
        if isUndecided {
          isUndecided = false
          cutter = RecordCutter(
            separator: cutter.separator, skipsInitialSpace: hasSpaces(bytes[record]))
          continue
        }
        try checkText(bytes, record, line)
        input.position = next
        return (Self.distinct(names(bytes, record, fields)), line + lines)
      }
    }
  }

  /// Whether a space follows each separator, of which there is one at least.
  private func hasSpaces(_ header: ArraySlice<UInt8>) -> Bool {
    let following = zip(header, header.dropFirst()).filter { $0.0 == cutter.separator }.map(\.1)
    return !following.isEmpty && following.allSatisfy { $0 == RecordCutter.space }
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
    return (0..<count).map { block.text($0, of: 0) }
  }

  /// Names as pandas makes them: an empty one is `Unnamed: 3`, a repeated one `name.1`.
  static func distinct(_ raw: [String]) -> [String] {
    let given = Set(raw.map(UTF8Key.init))
    var taken: Set<UTF8Key> = []
    return raw.enumerated().map { column, name in
      let base = name.isEmpty ? "Unnamed: \(column)" : name
      var unique = base
      var count = 0
      while taken.contains(UTF8Key(unique)) || (count > 0 && given.contains(UTF8Key(unique))) {
        count += 1
        unique = "\(base).\(count)"
      }
      taken.insert(UTF8Key(unique))
      return unique
    }
  }
}
