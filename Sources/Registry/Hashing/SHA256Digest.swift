/// The 32 bytes of a SHA-256, written as 64 lowercase hexadecimal digits.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  init(checkedBytes: [UInt8]) { bytes = checkedBytes }

  /// The digest that another implementation computed; `nil` unless it has 32 bytes.
  public init?(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    guard self.bytes.count == 32 else { return nil }
  }

  /// Reads 64 hexadecimal digits, upper or lower case; `nil` for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in text.utf8 {
      guard let value = hexDigitValue(digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  /// 64 lowercase hexadecimal digits.
  public var description: String { String(decoding: digits, as: UTF8.self) }

  /// The digits of ``description``, as bytes.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      digits.append(hexDigit(byte >> 4))
      digits.append(hexDigit(byte & 15))
    }
    return digits
  }
}
