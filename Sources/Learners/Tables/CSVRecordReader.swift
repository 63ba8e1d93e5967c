internal import Glibc
package import Registry

/// The records of a CSV file, one after the other, in bounded memory whatever the file's length.
///
/// RFC 4180 and what pandas reads without options beyond it: LF, CRLF and CR; quoted fields with
/// separators, line breaks and doubled quotes; a byte order mark; blank lines, which are skipped;
/// a last line without a break. Spaces and tabs around an unquoted field, and before a quote, are
/// not part of it. Short and long rows are refused.
///
/// Source: RFC 4180; the rules beyond it follow pandas' C tokenizer.
package struct CSVRecordReader {
  /// How much of a file is read at once.
  private static let blockSize = 1 << 20
  /// How long a record may be.
  private static let maximumRecord = 64 << 20

  /// The names in the first record, as pandas spells them; see ``headerNames(_:)``.
  package private(set) var header: [String] = []
  /// What stands between fields.
  package var separator: UInt8 { scanner.separator }
  /// The line on which the present record begins, from 1.
  package private(set) var line = 0

  let path: String
  private var source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var nextLine = 1
  private var isAtEnd = false
  private var scanner: CSVScanner
  private var fields: [CSVScanner.Field] = []

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - path: What to call them in messages.
  ///   - separator: What stands between fields; `nil` to find out.
  /// - Throws: ``LearnerError/csv(_:)`` or ``LearnerError/registry(_:)``.
  package init(
    _ source: any ByteSource, path: String, separator: UInt8? = nil
  ) throws(LearnerError) {
    self.source = source
    self.path = path
    scanner = CSVScanner(separator: separator ?? UInt8(ascii: ","))
    try fill()
    try skipByteOrderMark()
    if separator == nil {
      scanner.separator = CSVSniffer.separator(buffer[position...], isWhole: isAtEnd)
    }
    guard try advance() else { throw .csv(CSVFault(.empty, path: path)) }
    var names: [String] = []
    for index in fields.indices { names.append(try text(index, column: "header")) }
    header = Self.headerNames(names)
  }

  /// Names as pandas makes them: an empty one is `Unnamed: 3`, a repeated one `name.1`.
  static func headerNames(_ raw: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return raw.enumerated().map { index, name in
      let base = name.isEmpty ? "Unnamed: \(index)" : name
      var unique = base
      var count = 0
      while !seen.insert(Array(unique.utf8)).inserted {
        count += 1
        unique = "\(base).\(count)"
      }
      return unique
    }
  }

  // MARK: Records

  /// Goes to the next record with as many fields as the header; `false` at the end.
  ///
  /// - Throws: ``LearnerError/csv(_:)`` that names the line, or ``LearnerError/registry(_:)``.
  package mutating func next() throws(LearnerError) -> Bool {
    guard try advance() else { return false }
    guard fields.count == header.count else {
      throw fault(.fieldCount(expected: header.count, found: fields.count))
    }
    return true
  }

  /// Hands out the bytes of a field of the present record, unquoted.
  @inline(__always)
  func withField<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let field = fields[index]
    return buffer.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[field.start..<field.end]))
    }
  }

  /// The text of a field of the present record.
  ///
  /// - Throws: ``LearnerError/csv(_:)`` when it is not UTF-8.
  func text(_ index: Int, column: String) throws(LearnerError) -> String {
    let field = fields[index]
    guard let text = String(validating: buffer[field.start..<field.end], as: UTF8.self) else {
      throw fault(.notUTF8(column: column))
    }
    return text
  }

  func fault(_ problem: CSVFault.Problem) -> LearnerError {
    .csv(CSVFault(problem, path: path, line: line))
  }

  private mutating func advance() throws(LearnerError) -> Bool {
    while true {
      let outcome = scanner.scan(buffer, from: position, isAtEnd: isAtEnd, into: &fields)
      switch outcome {
      case .needsMore:
        line = nextLine
        try fill()
      case .end: return false
      case .unclosedQuote:
        line = nextLine
        throw fault(.unclosedQuote)
      case .record(let end, let lineCount):
        line = nextLine
        nextLine += lineCount
        position = end
        for index in fields.indices where fields[index].hasQuotesInside {
          CSVScanner.unquote(&fields[index], in: &buffer)
        }
        if !isBlank { return true }
      }
    }
  }

  private var isBlank: Bool {
    fields.count == 1 && fields[0].start == fields[0].end && !fields[0].isQuoted
  }

  /// Reads more bytes behind those that are not used up yet.
  private mutating func fill() throws(LearnerError) {
    let rest = buffer.count - position
    guard rest <= Self.maximumRecord else { throw fault(.recordTooLong(limit: Self.maximumRecord)) }
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    // Twice what is there: a long record is then scanned a few times only.
    let wanted = max(Self.blockSize, rest)
    do {
      var got = 0
      while got < wanted {
        let count = try source.read(upTo: wanted - got, into: &buffer)
        guard count > 0 else {
          isAtEnd = true
          break
        }
        got += count
      }
    } catch { throw .registry(error) }
    try refuseZeroBytes(from: rest)
  }

  private func refuseZeroBytes(from start: Int) throws(LearnerError) {
    let index = buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0, bytes.count - start)
      else { return nil }
      return found - UnsafeMutableRawPointer(mutating: base)
    }
    guard let index else { return }
    let isUTF16 =
      nextLine == 1 && (buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]))
    if isUTF16 { throw .csv(CSVFault(.utf16, path: path)) }
    let breaks = buffer[position..<index].count { $0 == UInt8(ascii: "\n") }
    throw .csv(CSVFault(.zeroByte, path: path, line: nextLine + breaks))
  }

  private mutating func skipByteOrderMark() throws(LearnerError) {
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard position < buffer.count else { throw .csv(CSVFault(.empty, path: path)) }
  }
}
