/// The types of numbers in UBJSON, by their markers.
enum UBJSONNumberType: UInt8 {
  case int8 = 0x69
  case uint8 = 0x55
  case int16 = 0x49
  case int32 = 0x6C
  case int64 = 0x4C
  case float32 = 0x64
  case float64 = 0x44

  /// How many bytes a number has.
  var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16: 2
    case .int32, .float32: 4
    case .int64, .float64: 8
    }
  }

  /// The number that begins at a place; whole ones beyond 2^53 are rounded.
  func number(_ bytes: [UInt8], at start: Int) -> Double {
    var bits: UInt64 = 0
    for byte in bytes[start..<(start + size)] { bits = bits << 8 | UInt64(byte) }
    return switch self {
    case .int8: Double(Int8(truncatingIfNeeded: bits))
    case .uint8: Double(bits)
    case .int16: Double(Int16(truncatingIfNeeded: bits))
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .int64: Double(Int64(bitPattern: bits))
    case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: Double(bitPattern: bits)
    }
  }
}
