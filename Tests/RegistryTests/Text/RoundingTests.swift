import Registry
import Testing

@Suite struct `A number for people` {
  /// As C's printf("%.4f") prints it, but without a sign before zero.
  @Test(arguments: [
    (0.0, "0.0000"), (1, "1.0000"), (0.5, "0.5000"), (0.12345, "0.1235"), (0.00004, "0.0000"),
    (0.99996, "1.0000"), (-0.5, "-0.5000"), (-0.00001, "0.0000"), (123456.789, "123456.7890"),
  ])
  func `has four digits behind the point`(value: Double, text: String) {
    #expect(value.rounded(toPlaces: 4) == text)
  }

  @Test func `has no point when no digit follows it`() {
    #expect(2.5.rounded(toPlaces: 0) == "3")
    #expect(0.4.rounded(toPlaces: 0) == "0")
    #expect((-12.0).rounded(toPlaces: 0) == "-12")
  }

  @Test(
    arguments: [
      (Double.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (1e15, "1000000000000000.0"),
      (1e300, "1e+300"), (-1e300, "-1e+300"), (9.5e14, "950000000000000.0"),
      (999_999_999_999_999, "999999999999999.0"),
    ] as [(Double, String)])
  func `is spelled in full when such digits would say nothing`(value: Double, text: String) {
    #expect(value.rounded(toPlaces: 4) == text)
  }
}
