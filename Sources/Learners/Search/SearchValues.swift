internal import Glibc
internal import Registry

/// The values that a search draws one hyperparameter from.
enum SearchValues: Sendable, Equatable {
  /// One of these, each equally likely; at least one.
  case choices([JSONValue])
  /// A number from the lower to the upper one: each equally likely, or its logarithm.
  case numbers(ClosedRange<Double>, logarithmic: Bool)
  /// A whole number from the lower to the upper one, both included.
  case integers(ClosedRange<Int>, logarithmic: Bool)

  /// A value; takes one number of the sequence, or of choices now and then more.
  func draw(_ generator: inout SeededGenerator) -> JSONValue {
    switch self {
    case .choices(let choices): return choices[generator.number(below: choices.count)]
    case .numbers(let range, let logarithmic):
      let drawn = Self.draw(
        from: range.lowerBound, to: range.upperBound, logarithmic, &generator)
      return .double(min(max(drawn, range.lowerBound), range.upperBound))
    case .integers(let range, let logarithmic):
      // Each whole number stands for the numbers from it up to the next one.
      let drawn = Self.draw(
        from: Double(range.lowerBound), to: Double(range.upperBound) + 1, logarithmic, &generator)
      return .integer(min(max(Int(drawn.rounded(.down)), range.lowerBound), range.upperBound))
    }
  }

  private static func draw(
    from low: Double, to high: Double, _ logarithmic: Bool, _ generator: inout SeededGenerator
  ) -> Double {
    let fraction = generator.fraction()
    // So that the difference of far ends does not overflow.
    guard logarithmic else { return low * (1 - fraction) + high * fraction }
    return exp(log(low) * (1 - fraction) + log(high) * fraction)
  }

  /// Values among which all are fit if each of these is: the choices, or the ends.
  var samples: [JSONValue] {
    switch self {
    case .choices(let choices): choices
    case .numbers(let range, _): [.double(range.lowerBound), .double(range.upperBound)]
    case .integers(let range, _): [.integer(range.lowerBound), .integer(range.upperBound)]
    }
  }
}
