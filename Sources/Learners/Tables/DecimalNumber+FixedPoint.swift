/// The two spellings that nearly all cells have, read without a loop over digits.
extension DecimalNumber {
  /// One to eight digits with or without a minus, but not minus zero.
  ///
  /// At least eight bytes have to follow `end`, whatever they are.
  @inline(__always)
  static func smallWhole(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double? {
    guard end > start else { return nil }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start &+ 1 : start
    guard end > first, end &- first <= 8 else { return nil }
    let word = bytes.word(at: first).padded(toEightDigits: end &- first)
    guard word.isEightDigits else { return nil }
    let magnitude = Double(Int64(truncatingIfNeeded: word.eightDigits))
    guard isNegative else { return magnitude }
    return magnitude == 0 ? nil : -magnitude
  }

  /// One to seven digits, a point, and more digits, at most 19 in all, with or without a minus.
  ///
  /// Written without branches on the data where it can be: digits are random to the processor.
  ///
  /// At least eight bytes have to follow `end`, whatever they are.
  @inline(__always)
  static func fixedPoint(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double? {
    guard end &- start > 2 else { return nil }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = start &+ (isNegative ? 1 : 0)
    let word = bytes.word(at: first)
    let points = (word ^ .repeating(UInt8(ascii: "."))).zeroBytes
    let whole = points.firstMarkedByte
    let point = first &+ whole
    let digits = end &- point &- 1
    guard points != 0, whole > 0, digits > 0, whole &+ digits <= 19 else {
      return nil
    }
    let high = word.padded(toEightDigits: whole)
    let middle = bytes.word(at: point &+ 1).padded(toEightDigits: min(digits, 8))
    let rest = min(max(digits &- 8, 0), 8)
    let low = bytes.word(at: min(point &+ 9, end)).padded(toEightDigits: rest)
    guard high.isEightDigits, middle.isEightDigits, low.isEightDigits else { return nil }
    let leading = high.eightDigits &* wholePowersOfTen[min(digits, 8)] &+ middle.eightDigits
    var mantissa = leading &* wholePowersOfTen[rest] &+ low.eightDigits
    for index in point &+ 17..<max(end, point &+ 17) {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      mantissa = mantissa &* 10 &+ UInt64(digit)
    }
    let decimal = Decimal(mantissa: mantissa, exponent: -digits)
    let quick = whole &+ digits <= 15 ? decimal.exactly : EiselLemire.nearest(decimal)
    guard let magnitude = quick else { return nil }
    return Double(bitPattern: magnitude.bitPattern | (isNegative ? 1 &<< 63 : 0))
  }

  private static let wholePowersOfTen: InlineArray<9, UInt64> = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]
}

extension UInt64 {
  /// The first `count` bytes, 0 to 8, as the last of eight digits that begin with zeros.
  @inline(__always)
  func padded(toEightDigits count: Int) -> UInt64 {
    // Shifts by 64 give zero only when they are not masked, so 0 digits are shifted in two steps.
    let half = UInt64(truncatingIfNeeded: 32 &- count &* 4)
    let kept = (UInt64.max &<< half) &<< half
    return ((self &<< half) &<< half) | (~kept & 0x3030_3030_3030_3030)
  }

  /// Whether all eight bytes are ASCII digits.
  ///
  /// Source: Lemire (2021), *Number parsing at a gigabyte per second*, Software 51(8); the code is
  /// `is_made_of_eight_digits_fast` of its library, fast_float.
  @inline(__always)
  var isEightDigits: Bool {
    (self & 0xF0F0_F0F0_F0F0_F0F0)
      | (((self &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) &>> 4) == 0x3333_3333_3333_3333
  }

  /// The number that eight ASCII digits spell, the first in the lowest byte.
  ///
  /// Source: `parse_eight_digits_unrolled` of the same library.
  @inline(__always)
  var eightDigits: UInt64 {
    var value = self &- 0x3030_3030_3030_3030
    value = (value &* 10) &+ (value &>> 8)
    let low = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((value &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) &>> 32
  }
}
