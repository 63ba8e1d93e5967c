import TestSupport
import Testing

@testable import Registry

@Suite struct `The name of a run` {
  /// Always the same bits.
  private struct Constant: RandomNumberGenerator {
    let bits: UInt64
    func next() -> UInt64 { bits }
  }

  private func name(_ milliseconds: Int, bits: UInt64 = 0) -> String {
    var generator = Constant(bits: bits)
    return RunID(millisecondsSinceEpoch: milliseconds, using: &generator).description
  }

  /// By hand: 1,795,275,192 s is 2026-11-21T15:33:12Z; 500 ms are 512 of 1024, 16 · 32 + 0, and the 17th
  /// symbol is 'g'.
  @Test func `says when the run began, to the millisecond`() {
    #expect(name(1_795_275_192_000) == "20261121-153312-000000")
    #expect(name(1_795_275_192_500) == "20261121-153312-g00000")
    #expect(name(1_795_275_192_999, bits: .max) == "20261121-153312-zyzzzz")
  }

  @Test func `ascends by time`() {
    let names = [0, 1, 31, 32, 500, 999, 1000, 60_000, 86_400_000].map {
      name(1_795_275_192_000 + $0, bits: $0 == 0 ? .max : 0)
    }
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test func `is another one for every run`() {
    let ids = (0..<200).map { _ in RunID.new() }
    #expect(Set(ids).count == 200)
    for id in ids { #expect(RunID(id.description) == id) }
  }

  @Test(arguments: [
    "", "20261121-153312-4k9x2", "20261121-153312-4k9x2mm", "20261121_153312-4k9x2m",
    "2026112a-153312-4k9x2m", "20261121-153312-4K9X2M", "20261121-153312-ilou00",
    ".0261121-153312-4k9x2m", "20261121-153312-4k9x\u{301}m",
  ])
  func `has one spelling`(text: String) {
    #expect(RunID(text) == nil)
  }

  @Test func `may be typed by its beginning, or by that of its end`() throws {
    let id = try SampleRuns.id("20261121-153312-4k9x2m")
    for text in ["20261121-153312-4k9x2m", "20261121-1533", "2", "4k9x2m", "4k"] {
      #expect(id.isMeant(by: text), "\(text)")
    }
    for text in ["", "153312", "k9x", "20261121-153312-4k9x2m0", "4k9x2m0"] {
      #expect(!id.isMeant(by: text), "\(text)")
    }
  }
}
