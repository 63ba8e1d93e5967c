package import Registry

/// Reads the records of a CSV text block by block, in memory that does not grow with the text.
///
/// What it reads: everything that pandas' `read_csv` reads when it is given no options, and the
/// other ``Separator``s, which it finds by itself. UTF-8 with or without a byte order mark; quotes
/// as RFC 4180 has them; records that end with LF, CRLF or CR, the last one also without. Lines
/// that hold nothing but spaces and tabs are skipped. A column without a name is `Unnamed: 3`, a
/// repeated name `name.1`, as in pandas. Unlike pandas it refuses records that are too short, takes a
/// field of spaces alone for an empty one, and spaces in front of fields for no part of them (pandas'
/// `skipinitialspace`) where a space follows each separator of the header.
///
///     var reader = try RecordReader(FileSource(path: path), named: path)
///     while try reader.readBlock() {
///       for record in 0..<reader.block.count { reader.block.text(0, of: record) }
///     }
package struct RecordReader {
  /// The byte between fields.
  package let separator: Separator
  /// The names in the header; no two are equal byte for byte.
  package let names: [String]
  /// The records that the last ``readBlock()`` found.
  package private(set) var block: RecordBlock

  /// How many bytes one record may have.
  package static let longestRecord = 64 << 20
  /// How many fields a block holds, unless one record has more.
  private static let fieldsInABlock = 1 << 15

  private let name: String
  private let cutter: RecordCutter
  private let longestRecord: Int
  private var input: RecordInput
  /// The line that the next record starts on.
  private var line: Int
  /// A fault behind the records of the block, thrown when those have been handed out.
  private var pending: LearnerError?

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - source: the bytes, from the start of the text.
  ///   - name: what to call the text in errors: its path.
  ///   - separator: the byte between fields; `nil` finds out from the first 64 KiB.
  ///   - skipsInitialSpace: whether spaces in front of fields are no part of them; `nil` finds out from
  ///     the header.
  ///   - longestRecord: how many bytes one record may have: 64 MiB.
  /// - Throws: ``LearnerError/emptyTable(_:)``, ``LearnerError/malformedTable(_:line:_:)``,
  ///   ``LearnerError/notUTF8Table(_:encoding:)`` or ``LearnerError/registry(_:)``.
  package init(
    _ source: any ByteSource, named name: String, separator: Separator? = nil,
    skipsInitialSpace: Bool? = nil, longestRecord: Int = RecordReader.longestRecord
  ) throws(LearnerError) {
    var input = RecordInput(source)
    var bytes: [UInt8] = []
    try input.skipByteOrderMark(&bytes, named: name)
    if let separator {
      self.separator = separator
    } else {
      self.separator = try Self.sniff(&input, &bytes, limit: longestRecord)
    }
    var header = HeaderReader(
      name: name, separator: self.separator, skipsInitialSpace: skipsInitialSpace,
      longestRecord: longestRecord)
    (names, line) = try header.read(&input, &bytes)
    cutter = header.cutter
    block = RecordBlock(
      bytes: bytes, columns: names.count, room: max(Self.fieldsInABlock, names.count))
    self.name = name
    self.longestRecord = longestRecord
    self.input = input
  }

  private static func sniff(
    _ input: inout RecordInput, _ bytes: inout [UInt8], limit: Int
  ) throws(LearnerError) -> Separator {
    var wanted = SeparatorSniffer.sample
    while true {
      try input.fill(&bytes, atLeast: wanted)
      let end = input.isLast ? input.end : min(input.end, wanted)
      let found = SeparatorSniffer.separator(
        bytes.span, from: input.position, to: end, isLast: input.isLast)
      if let found { return found }
      // Without a whole header the header's own reader says what is wrong.
      guard !input.isLast, input.unread <= limit else { return .comma }
      wanted *= 2
    }
  }

  /// Puts the next records into ``block``: those that are whole in what the source gave.
  ///
  /// - Returns: `false` at the end of the text; the block is then empty.
  /// - Throws: ``LearnerError/malformedTable(_:line:_:)`` for the first fault in the text, when
  ///   all records before it have been handed out, or ``LearnerError/registry(_:)``; the same
  ///   again when called again.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  package mutating func readBlock() throws(LearnerError) -> Bool {
    do throws(LearnerError) {
      return try nextBlock()
    } catch {
      pending = error
      block.count = 0
      throw error
    }
  }

  private mutating func nextBlock() throws(LearnerError) -> Bool {
    if let pending { throw pending }
    block.count = 0
    while true {
      if input.unread == 0 {
        if input.isLast { return false }
        try input.fill(&block.bytes, atLeast: 1)
      }
      let quote = cutBlock()
      if block.count > 0 { return true }
      if let pending { throw pending }
      if input.unread > 0 {
        try input.more(
          &block.bytes, quote: quote, line: line, limit: longestRecord, named: name)
      }
    }
  }

  /// Cuts records as long as they are whole and without fault and there is room.
  ///
  /// - Returns: where the quotes opened that did not close, if that is why it stopped.
  private mutating func cutBlock() -> Int? {
    let start = input.position
    let run = block.cut(
      cutter, from: start, to: input.end, isLast: input.isLast, line: line, limit: longestRecord)
    var fault = run.fault
    if let found = TextCheck.firstFault(block.bytes.span, from: start, to: run.position) {
      // Past the last record the fault is in one that is left out already.
      if found.offset < run.recordsEnd { block.keepRecords(before: found.offset) }
      let breaks = RecordCutter.lineBreaks(block.bytes.span, from: start, to: found.offset)
      fault = (found.fault, line + breaks)
    }
    if let fault { pending = .malformedTable(name, line: fault.line, fault.fault) }
    if run.isEscaped { block.unescape() }
    input.position = run.position
    line = run.line
    return run.quote
  }
}
