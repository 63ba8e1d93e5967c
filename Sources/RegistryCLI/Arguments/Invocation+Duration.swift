extension Invocation {
  /// The value of an option as a time span in seconds, spelled `90d`, `12h`, `2w`, `30m` or `45s`;
  /// `nil` when it was not given.
  ///
  /// - Throws: ``UsageError`` when it is spelled otherwise.
  func seconds(ifGiven option: Option) throws(UsageError) -> Int? {
    guard let value = given(option) else { return nil }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    if let unit = value.text.last.flatMap({ units[$0] }), let count = Int(value.text.dropLast()),
      value.text.first?.isASCIIDigit == true
    {
      let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
      if !overflows { return seconds }
    }
    throw failure(
      .invalidValue(
        value.text, name: value.name(for: option), expected: "a time span such as 90d, 12h or 2w"))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
