/// The type of an input or output, in one vocabulary for the many names that tools write.
public enum DataType: Sendable, Hashable {
  /// Numbers with a fraction: `float64`, `float32`, `float`, `double`, `number`.
  case float
  /// Whole numbers: `int64` and its smaller and unsigned kin, `int`, `integer`, `long`.
  case integer
  /// Truth values: `bool`, `boolean`.
  case boolean
  /// Text: `object`, `str`, `string`, `category`.
  case string
  /// Anything else, as it is spelled.
  case other(String)

  /// Reads the name of a type, whatever the case of its letters.
  public init(_ name: String) {
    switch name.lowercased() {
    case "float", "float16", "float32", "float64", "double", "number": self = .float
    case "int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
      "integer", "long":
      self = .integer
    case "bool", "boolean": self = .boolean
    case "object", "str", "string", "category", "text": self = .string
    default: self = .other(name)
    }
  }
}

extension DataType {
  /// The type that a schema gives a column; one that is spelled in another way is not known.
  init(reading value: JSONValue) {
    self =
      value.stringValue.map(DataType.init)
      ?? .other(String(decoding: value.compactText, as: UTF8.self))
  }

  /// Whether values of this type are numbers or truth values.
  var isNumeric: Bool {
    switch self {
    case .float, .integer, .boolean: true
    case .string, .other: false
    }
  }

  /// Whether a number can be an input of this type: models take numbers as `Float`, truth values as 0
  /// and 1.
  package func accepts(_ number: Double) -> Bool {
    switch self {
    case .float, .other: Float(number).isFinite
    case .integer: Float(number).isFinite && number == number.rounded()
    case .boolean: number == 0 || number == 1
    case .string: false
    }
  }

  /// Whether a value that is not null can be an input of this type; of a type that is not known any
  /// value is taken.
  func accepts(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.other, _), (.string, .string), (.boolean, .bool): true
    case (_, .number(let number)): number.double.map { accepts($0) } ?? false
    default: false
    }
  }

  /// The type by the name that our own trainer writes; one that is not known as it is spelled.
  public var name: String {
    switch self {
    case .float: "float64"
    case .integer: "int64"
    case .boolean: "bool"
    case .string: "object"
    case .other(let spelling): spelling
    }
  }

  /// A value of this type, as a message names it.
  var phrase: String {
    switch self {
    case .float: "a number"
    case .integer: "a whole number"
    case .boolean: "TRUE or FALSE"
    case .string: "text"
    case .other(let spelling): "'\(spelling)'"
    }
  }
}
