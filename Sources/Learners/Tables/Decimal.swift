/// Digits and a power of ten: `mantissa * 10^exponent`.
struct Decimal {
  var mantissa: UInt64 = 0
  var exponent = 0
  /// How many digits were read; from 20 on the mantissa has overflowed and means nothing.
  var digits = 0
  /// Written without a point and without an exponent.
  var isWhole = true

  /// - Precondition: the mantissa has at most 19 digits.
  @inline(__always)
  init(mantissa: UInt64, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// `digits [. digits] [e|E [+-] digits]`, nothing else, or `nil`.
  ///
  /// At least eight bytes have to follow `end`, whatever they are.
  init?(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    readDigits(bytes, &position, to: end)
    if position < end, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      let whole = digits
      readDigits(bytes, &position, to: end)
      exponent = whole - digits
    }
    guard digits > 0 else { return nil }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      guard readExponent(bytes, &position, to: end) else { return nil }
    }
    guard position == end else { return nil }
  }

  @inline(__always)
  private mutating func readDigits(_ bytes: Span<UInt8>, _ position: inout Int, to end: Int) {
    let start = position
    while position &+ 8 <= end {
      let word = bytes.word(at: position)
      guard word.isEightDigits else { break }
      mantissa = mantissa &* 100_000_000 &+ word.eightDigits
      position &+= 8
    }
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      position &+= 1
    }
    digits += position - start
  }

  /// Adds the exponent; one beyond 99,999 counts as that, which is infinity or zero anyway.
  private mutating func readExponent(
    _ bytes: Span<UInt8>, _ position: inout Int, to end: Int
  ) -> Bool {
    guard position < end else { return false }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    let start = position
    var value = 0
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = min(value * 10 + Int(digit), 99_999)
      position += 1
    }
    exponent += isNegative ? -value : value
    return position > start
  }

  /// The value when one rounding suffices, because both factors are exact as Double.
  ///
  /// Source: Clinger (1990), *How to read floating point numbers accurately*, PLDI.
  @inline(__always)
  var exactly: Double? {
    guard digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let value = Double(Int64(truncatingIfNeeded: mantissa))
    return exponent < 0
      ? value / Self.powersOfTen[-exponent] : value * Self.powersOfTen[exponent]
  }

  private static let powersOfTen: InlineArray<23, Double> = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
