internal import Glibc
import Testing

@testable import Learners

@Suite struct `A number in a cell` {
  private func number(_ text: String) -> DecimalNumber? {
    let bytes = Array(text.utf8)
    return DecimalNumber((bytes + Array(repeating: 0, count: 9)).span, from: 0, to: bytes.count)
  }

  /// Spellings where rounding is hard, from the literature on reading floating point numbers.
  static let spellings = [
    "0", "-0", "0.0", "1", "-1", "+1", "12345678", "123456789", "-12345678", "007", "5.", ".5",
    "1e5", "1E-5", "1.5e+3", "0.1", "0.3", "2.5", "9007199254740991", "9007199254740992",
    "9007199254740993", "9007199254740995", "18446744073709551615", "18446744073709551616",
    "1e22", "1e23", "8.5e22", "1.7976931348623157e308", "1.7976931348623159e308", "1e309", "1e-400",
    "4.9e-324", "2.4703282292062327e-324", "2.2250738585072011e-308", "2.2250738585072014e-308",
    "5e-324", "7.2057594037927933e16", "9.5e-65", "1e64", "1e65", "1e-64", "1e-65", "0e99999999",
    "1e99999999999999999999", "6.929001713869936e236", "179769313486231580793e289",
    "3.518437208883201171875e13", "62.5364939768271845828", "8.10109172351e-10",
    "0.000000000000000000000000000123456789012345678901234567890",
    "1.00000000000000011102230246251565",
    "0.500000000000000166533453693773481063544750213623046875", "100000000000000016777215",
    "0.99999999999999994449", "1.0000000000000000000000000000000000000001",
    "00000000000000000000012",
  ]

  @Test(arguments: spellings)
  func `is the Double that strtod reads, bit for bit`(text: String) {
    #expect(number(text)?.value.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test func `is the Double that strtod reads for any digits`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let digits = 1 + generator.number(below: 21)
      var text = (0..<digits).map { _ in String(generator.number(below: 10)) }.joined()
      let point = generator.number(below: digits + 1)
      text.insert(".", at: text.index(text.startIndex, offsetBy: point))
      if generator.number(below: 2) == 0 { text += "e\(generator.number(below: 140) - 70)" }
      #expect(number(text)?.value.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test func `is the Double that strtod reads for signed decimals without exponent`() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<20_000 {
      let whole = (0..<generator.number(below: 9)).map { _ in generator.number(below: 10) }
      let rest = (0..<generator.number(below: 21)).map { _ in generator.number(below: 10) }
      let text =
        "\(["", "-"][generator.number(below: 2)])\(whole.map(String.init).joined())"
        + ".\(rest.map(String.init).joined())"
      guard whole.count + rest.count > 0 else { continue }
      #expect(number(text)?.value.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "1.2x", "1x.2", "x1.2", "1.23456789x", "1.2345678x9", "1.2345678901234567x", "-.", "1.-2",
    "1 .2", "-1..2",
  ])
  func `has digits on both sides of its point`(text: String) {
    #expect(number(text) == nil)
  }

  @Test func `is itself again after it was printed`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      if value.isNaN { continue }
      #expect(number(value.description)?.value.bitPattern == value.bitPattern, "\(value)")
    }
  }

  @Test(arguments: ["inf", "-inf", "+inf", "Infinity", "-INFINITY", "Inf"])
  func `may be infinite as in pandas`(text: String) {
    #expect(number(text)?.value == (text.hasPrefix("-") ? -.infinity : .infinity))
  }

  @Test(arguments: [" 5", "5 ", "\t5\t", "  +5", " 5.0 "])
  func `may stand between spaces`(text: String) {
    #expect(number(text)?.value == 5)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", "e5", ".e5", "1e", "1e+", "0x10", "1_000", "1,5", "1 2", "--1", "+-1",
    "nan", "NaN", "1.2.3", "infinit", "1f", "１", "1e5.0", "- 1", "in", "12a", "1234567a",
    "12345678a",
  ])
  func `is nothing else`(text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("12", true), ("-3", true), ("123456789012", true), ("1.0", false), ("1e3", false),
  ])
  func `is whole when it is written without point and exponent`(text: String, isWhole: Bool) {
    #expect(number(text)?.isWhole == isWhole)
  }
}
