import Testing

@testable import Registry

@Suite struct `A distribution of scipy` {
  /// What scipy 1.16.3 has in the state of `randint`, as `pickle.dumps(randint(2, 5))` shows.
  private static let program = """

    def _parse_args(self, low, high,  loc=0):
        return (low, high, ), loc, 1

    def _parse_args_rvs(self, low, high,  loc=0, size=None):
        return self._argcheck_rvs(low, high,  loc, 1, size=size)

    def _parse_args_stats(self, low, high,  loc=0, moments='mv'):
        return (low, high, ), loc, 1, moments

    """

  private func report(
    _ program: String, key: String = "V_parse_arg_template\n", after: String = ""
  ) -> ScanReport {
    let size = String(Unicode.Scalar(UInt8(program.utf8.count >> 8)))
    let low = String(Unicode.Scalar(UInt8(program.utf8.count & 255)))
    let text =
      "cscipy.stats._discrete_distns\nrandint_gen\n)\u{81}}p0\n\(key)"
      + "X\(low)\(size)\0\0\(program)sb\(after)."
    return ScanReport(scanning: text.unicodeScalars.map { UInt8($0.value) })
  }

  @Test func `is clean with the program that scipy gives it`() {
    #expect(report(Self.program).findings == [])
    #expect(report(Self.program).verdict == .clean)
  }

  @Test(arguments: [
    ("low", "low=print()"), ("loc, 1\n", "loc, 2\n"), ("'mv'", "print()"),
    ("def", "\nprint()\ndef"), ("loc=0", "loc=1"),
  ])
  func `is dangerous with any other`(old: String, new: String) throws {
    let range = try #require(Self.program.firstRange(of: old))
    let report = report(Self.program.replacingCharacters(in: range, with: new))
    #expect(
      report.findings.map(\.line) == ["holds a program: a text that scipy runs (byte 43)"])
    #expect(report.verdict == .dangerous)
  }

  @Test func `is dangerous where the program is computed, or was another before`() {
    let computed = "cbuiltins\nstr\nV_parse_arg_template\n\u{85}R"
    #expect(report("print()", key: computed).verdict == .dangerous)
    // The state was used, then it gets the program that is expected.
    let size = "\(Unicode.Scalar(UInt8(Self.program.utf8.count & 255)))\u{1}\0\0"
    #expect(Self.program.utf8.count >> 8 == 1)
    let later = "g0\nV_parse_arg_template\nX\(size)\(Self.program)s0"
    #expect(report("print()", after: later).verdict == .dangerous)
  }

  @Test func `holds methods of its own`() {
    let randint = "cscipy.stats._discrete_distns\nrandint_gen\n)\u{81}"
    for (name, verdict) in [("_entropy", ScanVerdict.clean), ("__init__", .dangerous)] {
      let text = "cbuiltins\ngetattr\n(\(randint)V\(name)\ntR."
      let report = ScanReport(scanning: text.unicodeScalars.map { UInt8($0.value) })
      #expect(report.verdict == verdict, "\(name)")
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
