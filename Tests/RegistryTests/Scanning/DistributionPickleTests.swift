import Testing

@testable import Registry

/// As `pickle` writes `scipy.stats.randint(2, 9)`, which a randomized search draws from: in text, and with only what
/// matters here.
@Suite struct `A pickled distribution of whole numbers` {
  private func verdict(_ text: String) -> ScanVerdict {
    ScanReport(scanning: [0x80, 2] + Array("\(text).".utf8)).verdict
  }

  private func object(_ module: String, _ name: String) -> String {
    "ccopyreg\n_reconstructor\n(c\(module)\n\(name)\ncbuiltins\nobject\nNtR"
  }

  private var distribution: String { object("scipy.stats._discrete_distns", "randint_gen") }

  private func got(_ name: String, of object: String) -> String {
    "cbuiltins\ngetattr\n(\(object)S'\(name)'\ntR"
  }

  /// scipy runs a text that is in the state of its distributions.
  @Test func `is for a person to look at, with its entropy`() {
    #expect(verdict(got("_entropy", of: distribution)) == .review)
  }

  @Test(arguments: ["__reduce__", "__globals__", "_entropy.__globals__", "rvs"])
  func `is dangerous when another attribute is got`(name: String) {
    #expect(verdict(got(name, of: distribution)) == .dangerous)
  }

  @Test func `is dangerous when the attribute is of something else`() {
    #expect(verdict(got("_entropy", of: object("sklearn.svm._classes", "SVC"))) == .dangerous)
    #expect(verdict(got("_entropy", of: "cos\nsystem\n")) == .dangerous)
  }

  @Test func `is dangerous when the same function gets something else as well`() {
    let both =
      "(cbuiltins\ngetattr\np0\n(\(distribution)S'_entropy'\ntRg0\n(\(distribution)S'_rvs'\ntRt"
    #expect(verdict(both) == .dangerous)
  }

  @Test func `is dangerous when its entropy is called`() {
    #expect(verdict(got("_entropy", of: distribution) + "(tR") == .dangerous)
  }
}
