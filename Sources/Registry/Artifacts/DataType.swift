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
