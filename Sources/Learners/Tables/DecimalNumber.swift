/// A number as a cell spells it, read exactly: the nearest Double, ties to even, as C's strtod.
///
/// `[+-] digits [. digits] [e|E [+-] digits]` with at least one digit before the exponent, or an
/// infinity as pandas spells it (`inf`, `Infinity`, any case, with a sign or not); spaces and tabs
/// around it are skipped. Hexadecimal digits, separators of thousands and NaN are no numbers here.
struct DecimalNumber {
  let value: Double
  /// Written without a point and without an exponent.
  let isWhole: Bool

  init(_ value: Double, isWhole: Bool) {
    self.value = value
    self.isWhole = isWhole
  }

  /// The number that the bytes from `start` to `end` spell.
  ///
  /// - Parameter bytes: at least eight bytes follow `end`, whatever they are.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    if let small = Self.smallWhole(bytes, from: start, to: end) {
      self.init(small, isWhole: true)
    } else {
      guard let number = Self.general(bytes, from: start, to: end) else { return nil }
      self = number
    }
  }

  /// One to eight digits with or without a minus, but not minus zero.
  ///
  /// - Parameter bytes: at least eight bytes follow `end`, whatever they are.
  @inline(__always)
  static func smallWhole(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double? {
    var count = end &- start
    guard count > 0 else { return nil }
    var word = bytes.word(at: start)
    let isNegative = word & 0xFF == UInt64(UInt8(ascii: "-"))
    if isNegative {
      word = bytes.word(at: start &+ 1)
      count &-= 1
    }
    guard count > 0, count <= 8 else { return nil }
    // Zeros in front make it eight digits.
    let padding = UInt64(truncatingIfNeeded: 64 &- count &* 8)
    word = word &<< padding | ~(UInt64.max &<< padding) & 0x3030_3030_3030_3030
    guard word.isEightDigits else { return nil }
    let magnitude = Double(Int64(truncatingIfNeeded: word.eightDigits))
    guard isNegative else { return magnitude }
    return magnitude == 0 ? nil : -magnitude
  }

  /// Any number.
  ///
  /// - Parameter bytes: at least eight bytes follow `end`, whatever they are.
  @inline(never)
  static func general(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Self? {
    var (first, last) = (start, end)
    while first < last, isBlank(bytes[first]) { first += 1 }
    while first < last, isBlank(bytes[last - 1]) { last -= 1 }
    guard first < last else { return nil }
    let isNegative = bytes[first] == UInt8(ascii: "-")
    if isNegative || bytes[first] == UInt8(ascii: "+") { first += 1 }
    guard let number = magnitude(bytes, from: first, to: last) else { return nil }
    return Self(isNegative ? -number.value : number.value, isWhole: number.isWhole)
  }

  private static func magnitude(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Self? {
    guard let decimal = Decimal(bytes, from: start, to: end) else {
      return isInfinity(bytes, from: start, to: end) ? Self(.infinity, isWhole: false) : nil
    }
    if let value = decimal.exactly ?? EiselLemire.nearest(decimal) {
      return Self(value, isWhole: decimal.isWhole)
    }
    // More than 19 digits, or very large or small: the standard library is exact, only slower.
    let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
    return Double(text).map { Self($0, isWhole: decimal.isWhole) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == RecordCutter.space || byte == RecordCutter.tab
  }

  private static func isInfinity(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start == 3 || end - start == 8 else { return false }
    return (start..<end).map { bytes[$0] | 0x20 }.elementsEqual("infinity".utf8.prefix(end - start))
  }
}

extension UInt64 {
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
