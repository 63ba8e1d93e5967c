import Testing

@testable import RegistryCLI

@Suite struct `A sparkline` {
  @Test(
    arguments: [
      ([], ""), ([.nan], ""), ([1], "▁"), ([1, 1], "▁▁"), ([0, 7], "▁█"),
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"), ([0, .nan, 7], "▁ █"), ([0, .infinity, 7], "▁ █"),
      ([-.greatestFiniteMagnitude, .greatestFiniteMagnitude], "▁█"),
    ] as [([Double], String)])
  func `has a block for each value`(values: [Double], text: String) {
    #expect(Sparkline.text(values) == text)
  }

  @Test func `has the mean of what falls into a cell`() {
    #expect(Sparkline.text([0, 0, 3, 4, 7, 7], width: 3) == "▁▅█")
    #expect(Sparkline.text(Array(repeating: 1, count: 1000)).count == 24)
  }
}
