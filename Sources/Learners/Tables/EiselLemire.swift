/// Decimal to binary for up to 19 digits with one or two multiplications of 64 by 64 bits.
///
/// Source: Lemire (2021), *Number parsing at a gigabyte per second*, Software 51(8), algorithm 1,
/// as its library fast_float writes it (`compute_float`). Powers outside -64...64 are left out:
/// cells that have them are rare and another way is exact as well.
enum EiselLemire {
  /// The nearest Double, ties to even, or `nil` when this method cannot tell.
  @inline(__always)
  static func nearest(_ decimal: Decimal) -> Double? {
    guard decimal.digits <= 19 else { return nil }
    guard decimal.mantissa != 0 else { return 0 }
    guard PowersOfFive.exponents.contains(decimal.exponent) else { return nil }
    let power = decimal.exponent
    let shift = decimal.mantissa.leadingZeroBitCount
    let product = product(decimal.mantissa << UInt64(shift), power)
    // The truncated power leaves these products undecided.
    guard product.low != .max || (-27...55).contains(power) else { return nil }
    let upper = Int(product.high >> 63)
    let dropped = UInt64(upper + 9)
    var significand = product.high >> dropped
    // Half way between two: round to even needs the last bit cleared first.
    if product.low <= 1, (-4...23).contains(power), significand & 3 == 1,
      significand << dropped == product.high
    {
      significand &= ~1
    }
    significand = (significand + (significand & 1)) >> 1
    var exponent = ((152_170 + 65_536) * power) >> 16 + 63 + upper - shift + 1023
    if significand >= 1 << 53 {
      significand = 1 << 52
      exponent += 1
    }
    guard exponent > 0, exponent < 0x7FF else { return nil }
    return Double(bitPattern: UInt64(exponent) << 52 | significand & (1 << 52 - 1))
  }

  /// The 128 leading bits of `factor` times five to the `power`.
  @inline(__always)
  private static func product(_ factor: UInt64, _ power: Int) -> (high: UInt64, low: UInt64) {
    let index = 2 * (power - PowersOfFive.exponents.lowerBound)
    var (high, low) = factor.multipliedFullWidth(by: PowersOfFive.words[index])
    if high & 0x1FF == 0x1FF {
      // Only now can the low half of the power change the answer.
      let more = factor.multipliedFullWidth(by: PowersOfFive.words[index + 1]).high
      let (sum, overflow) = low.addingReportingOverflow(more)
      low = sum
      if overflow { high += 1 }
    }
    return (high, low)
  }
}
