extension Invocation {
  /// The value of an option as a whole number.
  ///
  /// - Throws: ``UsageError`` when it is missing, not a whole number, or outside `range`.
  func integer(
    _ option: Option, in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(UsageError) -> Int {
    try integer(value(option), option, range)
  }

  /// The value of an option as a finite number.
  ///
  /// - Throws: ``UsageError`` when it is missing, not a finite number, or outside `range`.
  func double(
    _ option: Option, in range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) throws(UsageError) -> Double {
    try double(value(option), option, range)
  }

  /// The parts of a comma-separated value; several values of a repeatable option are joined.
  ///
  /// - Returns: An empty array when the option was not given and has no default.
  /// - Throws: ``UsageError`` when a part is empty, as in `a,,b`.
  func list(_ option: Option) throws(UsageError) -> [String] {
    var parts: [String] = []
    for text in strings(option) {
      let own = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard !own.contains("") else {
        throw failure(
          .invalidValue(text, name: option.name, expected: "names apart by single commas"))
      }
      parts += own
    }
    return parts
  }

  private func integer(
    _ value: GivenValue, _ option: Option, _ range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    guard let number = Int(value.text), range.contains(number) else {
      let expected = "a whole number" + limits(range, Int.min, Int.max)
      throw failure(.invalidValue(value.text, name: value.name(for: option), expected: expected))
    }
    return number
  }

  private func double(
    _ value: GivenValue, _ option: Option, _ range: ClosedRange<Double>
  ) throws(UsageError) -> Double {
    guard let number = Double(value.text), number.isFinite, range.contains(number) else {
      let expected = "a number" + limits(range, -Double.infinity, Double.infinity)
      throw failure(.invalidValue(value.text, name: value.name(for: option), expected: expected))
    }
    return number
  }

  /// ` from 0 to 1`, leaving out what is as wide as the type.
  private func limits<Bound>(_ range: ClosedRange<Bound>, _ least: Bound, _ most: Bound) -> String {
    switch (range.lowerBound == least, range.upperBound == most) {
    case (true, true): ""
    case (false, true): ", at least \(range.lowerBound)"
    case (true, false): ", at most \(range.upperBound)"
    case (false, false): " from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
