internal import Glibc

/// Numbers that are spelled, and how.
extension Tensor {
  /// The tensor, or if it holds texts the numbers that they spell, which may have space before them.
  ///
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` for a text that is no number.
  func numbersOfTexts(node: String, unless isWanted: Bool) throws(LearnerError) -> Tensor {
    guard !isWanted, case .strings(let codes, let levels) = elements else { return self }
    var numbers = [Double?](repeating: nil, count: levels.count)
    var doubles: [Double] = []
    doubles.reserveCapacity(codes.count)
    for code in codes {
      guard code >= 0 else { throw .unfitONNXInput(.notANumber("", node: node)) }
      let level = Int(code)
      if numbers[level] == nil { numbers[level] = Self.number(levels[level]) }
      guard let number = numbers[level] else {
        throw .unfitONNXInput(.notANumber(levels[level], node: node))
      }
      doubles.append(number)
    }
    return Tensor(.doubles(doubles), shape: shape)
  }

  private static func number(_ text: String) -> Double? {
    let trimmed = text.utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return Double(Substring(trimmed))
  }

  /// The elements as texts: numbers with at most eight digits, as C's `%.8g` spells them.
  var texts: Elements {
    switch elements {
    case .strings: elements
    case .floats(let floats): .strings(texts: floats.map(Self.text))
    case .doubles(let doubles): .strings(texts: doubles.map { Self.text(Float($0)) })
    case .int64s(let int64s): .strings(texts: int64s.map(String.init))
    case .bools(let bools): .strings(codes: bools.map { $0 ? 1 : 0 }, levels: ["0", "1"])
    }
  }

  static func text(_ float: Float) -> String {
    if float.isNaN { return "NaN" }
    if float.isInfinite { return float < 0 ? "-INF" : "INF" }
    let sign = float.sign == .minus ? "-" : ""
    if float == 0 { return sign + "0" }
    let (digits, exponent) = rounded(float.magnitude)
    guard (-4..<8).contains(exponent) else {
      let rest = digits.dropFirst()
      let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      let mantissa = digits.prefix(1) + (rest.isEmpty ? "" : ".\(rest)")
      return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(power)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = digits.prefix(exponent + 1)
    let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
    let fraction = digits.dropFirst(exponent + 1)
    return sign + whole + zeros + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// The digits of a number, at most eight and without zeros at the end, and the power of ten of the
  /// first.
  private static func rounded(_ float: Float) -> (digits: String, exponent: Int) {
    let number = Double(float)
    var exponent = Int(log10(number).rounded(.down))
    var whole = (number * pow(10, Double(7 - exponent))).rounded(.toNearestOrEven)
    if whole >= 1e8 {
      exponent += 1
      whole = (number * pow(10, Double(7 - exponent))).rounded(.toNearestOrEven)
    }
    var digits = String(Int(whole))
    while digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }
}
