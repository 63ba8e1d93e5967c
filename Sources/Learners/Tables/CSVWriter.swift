/// Writes records as CSV text that ``RecordReader`` and pandas read back.
package struct CSVWriter {
  /// What was written so far: UTF-8, records ended by LF.
  package private(set) var bytes: [UInt8] = []
  private let separator: Separator
  private let guardsFormulas: Bool
  private var fieldsInRecord = 0
  private var recordStart = 0

  /// - Parameters:
  ///   - separator: What stands between fields.
  ///   - guardsFormulas: Whether text that a spreadsheet would compute gets an apostrophe in front.
  package init(separator: Separator = .comma, guardsFormulas: Bool = false) {
    self.separator = separator
    self.guardsFormulas = guardsFormulas
  }

  /// A field with this text, in quotes when it needs them.
  package mutating func append(_ text: String) {
    beginField()
    let text = guardsFormulas && Self.isFormula(text) ? "'" + text : text
    guard needsQuotes(text) else {
      bytes += text.utf8
      return
    }
    bytes.append(RecordCutter.quote)
    for byte in text.utf8 {
      if byte == RecordCutter.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(RecordCutter.quote)
  }

  /// A field with text that needs no quotes, as a number.
  mutating func append(plain text: String) {
    beginField()
    bytes += text.utf8
  }

  /// A field with the shortest digits that read back as this number, as Python prints it: `1.0`,
  /// `0.1`, `1e-07`, `inf`. NaN is an empty field, which is how a missing cell is written.
  package mutating func append(_ number: Double) {
    beginField()
    if !number.isNaN { bytes += number.description.utf8 }
  }

  /// A field with a whole number.
  package mutating func append(_ number: Int) {
    beginField()
    bytes += number.description.utf8
  }

  /// Ends the record.
  package mutating func endRecord() {
    // A line with nothing on it would be skipped when it is read.
    if bytes.count == recordStart { bytes += [RecordCutter.quote, RecordCutter.quote] }
    bytes.append(RecordCutter.lineFeed)
    fieldsInRecord = 0
    recordStart = bytes.count
  }

  /// Forgets what was written, once the caller has it.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fieldsInRecord = 0
    recordStart = 0
  }

  /// Whether a spreadsheet takes the text for more than text. Numbers with a sign are what they are.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first, formulaStarts.contains(first) else { return false }
    return Double(text) == nil
  }

  private static let formulaStarts: [UInt8] = [
    UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), RecordCutter.tab,
    RecordCutter.carriageReturn,
  ]

  private mutating func beginField() {
    if fieldsInRecord > 0 { bytes.append(separator.rawValue) }
    fieldsInRecord += 1
  }

  /// Whether a reader would take the text for something else without quotes.
  private func needsQuotes(_ text: String) -> Bool {
    let isBlank = { (byte: UInt8) in byte == RecordCutter.space || byte == RecordCutter.tab }
    var text = text
    return text.withUTF8 { utf8 in
      guard let first = utf8.first, let last = utf8.last else { return false }
      // At the start of a file a byte order mark would be taken for that.
      if isBlank(first) || isBlank(last) || utf8.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
      return utf8.contains { byte in
        byte == RecordCutter.quote || byte == separator.rawValue || byte == RecordCutter.lineFeed
          || byte == RecordCutter.carriageReturn
      }
    }
  }
}
