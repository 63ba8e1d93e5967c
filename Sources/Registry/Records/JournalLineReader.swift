/// Reads the parts of a journal line that is spelled as our writer spells it. Each answers `nil`, or
/// `false`, for another spelling, which the general reader of JSON may know.
struct JournalLineReader {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  var isAtEnd: Bool { position == end }

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Passes over a word; stays where it is when another one stands here.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { return false }
    for index in 0..<count where bytes[position + index] != (word.utf8Start + index).pointee {
      return false
    }
    position += count
    return true
  }

  /// Text between quotes, without escapes.
  mutating func string() -> String? {
    guard let range = stringRange() else { return nil }
    return bytes.text(in: range)
  }

  /// A version between quotes, in the one spelling that is written.
  mutating func version() -> ModelVersion? {
    guard let range = stringRange() else { return nil }
    return ModelVersion(release: bytes[range])
      ?? bytes.text(in: range).flatMap(ModelVersion.init(asWritten:))
  }

  private mutating func stringRange() -> Range<Int>? {
    guard position < end, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    var next = start
    while next < end {
      switch bytes[next] {
      case UInt8(ascii: "\""):
        position = next + 1
        return start..<next
      case UInt8(ascii: "\\"), 0..<0x20: return nil
      default: next += 1
      }
    }
    return nil
  }

  /// A digest between quotes, or `null`, which is `.some(nil)`.
  mutating func digestOrNull() -> SHA256Digest?? {
    if skip("null") { return .some(nil) }
    guard skip("\""), let digest = digest(), skip("\"") else { return nil }
    return digest
  }

  /// The digits of a digest.
  mutating func digest() -> SHA256Digest? {
    guard position + 64 <= end, let digest = SHA256Digest(lowercaseDigits: bytes, at: position)
    else { return nil }
    position += 64
    return digest
  }

  /// A whole number of at most nine digits.
  mutating func wholeNumber() -> Int? {
    let start = position
    var number = 0
    while position - start < 10, let digit = digit() { number = number * 10 + Int(digit) }
    let count = position - start
    return isSpelled(start, count) && count <= 9 ? number : nil
  }

  /// A number as JSON spells it.
  mutating func number() -> Double? {
    let start = position
    _ = skip("-")
    let whole = position
    while digit() != nil {}
    guard isSpelled(whole, position - whole) else { return nil }
    if skip(".") { guard digits() > 0 else { return nil } }
    if skip("e") || skip("E") {
      if !skip("-") { _ = skip("+") }
      guard digits() > 0 else { return nil }
    }
    guard let value = bytes.text(in: start..<position).flatMap(Double.init), value.isFinite else {
      return nil
    }
    return value
  }

  /// Whether digits are there, the first of several not 0.
  private func isSpelled(_ start: Int, _ count: Int) -> Bool {
    count == 1 || (count > 1 && bytes[start] != UInt8(ascii: "0"))
  }

  private mutating func digits() -> Int {
    let start = position
    while digit() != nil {}
    return position - start
  }

  private mutating func digit() -> UInt8? {
    guard position < end, isDigit(bytes[position]) else { return nil }
    defer { position += 1 }
    return bytes[position] - UInt8(ascii: "0")
  }
}
