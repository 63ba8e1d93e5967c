/// One JSON value, with the order of members and the spelling of numbers kept.
///
/// Order is kept because the order of columns means something in a signature; the spelling of
/// numbers because a file that is read and written again must not lose digits.
public enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, with its spelling.
  case number(JSONNumber)
  /// Text, escapes resolved.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in order.
  case object(JSONObject)

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  /// A number, or `null` when `value` is NaN or infinite: JSON has no spelling for those.
  public static func double(_ value: Double) -> JSONValue {
    JSONNumber(value).map(JSONValue.number) ?? .null
  }

  /// A number in the shortest spelling that reads back as the same `Float`; `null` when `value`
  /// is NaN or infinite.
  public static func float(_ value: Float) -> JSONValue {
    value.isFinite ? .number(JSONNumber(checkedLiteral: value.description)) : .null
  }

  /// Text, or `null`.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The text, if this is a string.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, if this is a number that fits `Double`.
  public var doubleValue: Double? {
    guard case .number(let number) = self else { return nil }
    return number.double
  }

  /// The number, if this is a whole number that fits `Int`.
  public var integerValue: Int? {
    guard case .number(let number) = self else { return nil }
    return number.integer
  }

  /// The truth value, if this is `true` or `false`.
  public var boolValue: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The elements, if this is an array.
  public var arrayValue: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var objectValue: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// The member `key` of an object; `nil` when there is none or this is no object.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(integerLiteral value: Int) { self = .integer(value) }
}
