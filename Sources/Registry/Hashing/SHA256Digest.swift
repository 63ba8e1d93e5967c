/// The 32 bytes of a SHA-256, written as 64 lowercase hexadecimal digits.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
  /// Eight bytes each, the first of them the highest: a long history has many digests, and an array
  /// would be an allocation for each.
  private let words: Words

  private struct Words: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0

    /// Shifts a byte in at the end.
    mutating func append(_ byte: UInt8) {
      first = first << 8 | second >> 56
      second = second << 8 | third >> 56
      third = third << 8 | fourth >> 56
      fourth = fourth << 8 | UInt64(byte)
    }
  }

  init(_ state: SHA256.State) {
    func word(_ index: Int) -> UInt64 { UInt64(state[index]) << 32 | UInt64(state[index + 1]) }
    words = Words(first: word(0), second: word(2), third: word(4), fourth: word(6))
  }

  /// The digest that another implementation computed; `nil` unless it has 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    var words = Words()
    var count = 0
    for byte in bytes {
      words.append(byte)
      count += 1
    }
    guard count == 32 else { return nil }
    self.words = words
  }

  /// Reads 64 hexadecimal digits, upper or lower case; `nil` for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 64 else { return nil }
    var words = Words()
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = hexDigitValue(digit) else { return nil }
      if let first = high {
        words.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.words = words
  }

  /// Reads 64 lowercase digits that stand in `bytes` from `start` on; `nil` for anything else.
  init?(lowercaseDigits bytes: [UInt8], at start: Int) {
    guard start >= 0, start + 64 <= bytes.count else { return nil }
    // All digits first, and one look at whether each was one: a history has thousands of digests.
    var wrong: UInt8 = 0
    func word(_ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in start..<start + 16 {
        let digit = bytes[index]
        // 0 to 9, or 10 to 15; what is neither comes out as 16 or more.
        let decimal = digit &- UInt8(ascii: "0")
        let letter = digit &- UInt8(ascii: "a")
        let value = decimal < 10 ? decimal : letter < 6 ? letter + 10 : 0xFF
        wrong |= value
        word = word << 4 | UInt64(value & 15)
      }
      return word
    }
    words = Words(
      first: word(start), second: word(start + 16), third: word(start + 32),
      fourth: word(start + 48))
    guard wrong < 16 else { return nil }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    [words.first, words.second, words.third, words.fourth].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  /// 64 lowercase hexadecimal digits.
  public var description: String { String(decoding: digits, as: UTF8.self) }

  /// The digits of ``description``, as bytes.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for word in [words.first, words.second, words.third, words.fourth] {
      for shift in stride(from: 60, through: 0, by: -4) {
        digits.append(hexDigit(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15))
      }
    }
    return digits
  }
}
