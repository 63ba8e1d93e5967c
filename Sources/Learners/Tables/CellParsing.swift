internal import Glibc

/// What a cell of a CSV file can mean.
enum CellParsing {
  /// Whether a cell stands for a missing value.
  ///
  /// Source: pandas, `read_csv`, the default `na_values`.
  static func isMissing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return true }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "1"), UInt8(ascii: "<"),
      UInt8(ascii: "N"), UInt8(ascii: "n"):
      return cell.count <= 9 && missingTokens.contains { $0.elementsEqual(cell) }
    default: return false
    }
  }

  private static let missingTokens: [[UInt8]] = [
    "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>",
    "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ].map { Array($0.utf8) }

  /// TRUE and FALSE in the spellings that pandas takes for booleans.
  static func boolean(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    switch cell.count {
    case 4 where ["TRUE", "True", "true"].contains { $0.utf8.elementsEqual(cell) }: 1
    case 5 where ["FALSE", "False", "false"].contains { $0.utf8.elementsEqual(cell) }: 0
    default: nil
    }
  }

  /// A number and whether it is spelled as a whole one.
  struct Number {
    let value: Double
    let isWhole: Bool
  }

  /// Reads a decimal number: sign, digits, fraction, exponent, or `inf`/`infinity`; `nil` for
  /// anything else. The nearest `Double`, as `strtod` gives it.
  ///
  /// Most numbers have at most 15 digits and a small exponent: then digits and power of ten are
  /// both exact, and so is one multiplication or division of them. The others go to `strtod`.
  ///
  /// Source: W. D. Clinger, *How to read floating point numbers accurately*, PLDI 1990.
  static func number(_ cell: UnsafeBufferPointer<UInt8>) -> Number? {
    var position = 0
    let count = cell.count
    guard count > 0 else { return nil }
    let isNegative = cell[0] == UInt8(ascii: "-")
    if isNegative || cell[0] == UInt8(ascii: "+") { position = 1 }
    var mantissa: UInt64 = 0
    var digitCount = 0
    var fractionDigits = 0
    while position < count, case let digit = cell[position] &- 48, digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      digitCount += 1
      position += 1
    }
    var isWhole = true
    if position < count, cell[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      let start = position
      while position < count, case let digit = cell[position] &- 48, digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        position += 1
      }
      fractionDigits = position - start
      digitCount += fractionDigits
    }
    guard digitCount > 0 else { return infinity(cell, from: position, isNegative: isNegative) }
    var exponent = 0
    if position < count, cell[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      guard let read = self.exponent(cell, from: position + 1) else { return nil }
      exponent = read
      position = count
    }
    guard position == count else { return nil }
    let power = exponent - fractionDigits
    guard digitCount <= 19, mantissa <= 1 << 53, abs(power) <= 22 else {
      return slowNumber(cell).map { Number(value: $0, isWhole: isWhole) }
    }
    let digits = Double(mantissa)
    let value = power < 0 ? digits / powersOfTen[-power] : digits * powersOfTen[power]
    return Number(value: isNegative ? -value : value, isWhole: isWhole)
  }

  /// Every power of ten that a `Double` holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The digits behind `e`; more than five of them say no more than five do.
  private static func exponent(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    var isNegative = false
    if position < cell.count,
      cell[position] == UInt8(ascii: "-") || cell[position] == UInt8(ascii: "+")
    {
      isNegative = cell[position] == UInt8(ascii: "-")
      position += 1
    }
    guard position < cell.count else { return nil }
    var value = 0
    while position < cell.count {
      let digit = cell[position] &- 48
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 99_999)
      position += 1
    }
    return isNegative ? -value : value
  }

  private static func infinity(
    _ cell: UnsafeBufferPointer<UInt8>, from start: Int, isNegative: Bool
  ) -> Number? {
    let rest = cell[start...].map { $0 | 0x20 }
    guard rest.elementsEqual("inf".utf8) || rest.elementsEqual("infinity".utf8) else { return nil }
    return Number(value: isNegative ? -.infinity : .infinity, isWhole: false)
  }

  /// `strtod` of a cell whose form has been checked.
  private static func slowNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var text = cell.map { CChar(bitPattern: $0) }
    text.append(0)
    return strtod(text, nil)
  }
}
