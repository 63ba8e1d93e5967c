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
  /// At least eight bytes have to follow `end`, whatever they are.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    if let small = Self.smallWhole(bytes, from: start, to: end) {
      self.init(small, isWhole: true)
    } else if let value = Self.fixedPoint(bytes, from: start, to: end) {
      self.init(value, isWhole: false)
    } else {
      guard let number = Self.general(bytes, from: start, to: end) else { return nil }
      self = number
    }
  }

  /// Any number.
  ///
  /// At least eight bytes have to follow `end`, whatever they are.
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
