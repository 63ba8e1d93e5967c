/// A JSON number as it is spelled, so that `0.10` and 20 digits survive reading and writing.
public struct JSONNumber: Sendable, Equatable {
  /// The spelling: valid JSON.
  public let literal: String

  /// Takes over a spelling that a reader has checked.
  init(checkedLiteral: String) { literal = checkedLiteral }

  /// A whole number.
  public init(_ value: some BinaryInteger) { literal = String(value) }

  /// The shortest spelling that reads back as the same `Double`; `nil` for NaN and infinities.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    literal = value.description
  }

  /// The value as a whole number, if it is spelled as one and fits.
  public var integer: Int? { Int(literal) }

  /// The nearest `Double`; `nil` when the number is too large for one.
  public var double: Double? {
    guard let value = Double(literal), value.isFinite else { return nil }
    return value
  }
}
