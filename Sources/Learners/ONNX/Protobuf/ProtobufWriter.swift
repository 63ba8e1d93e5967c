/// Writes the Protocol Buffers wire format; a field that is `nil` or an empty list is left out.
///
/// The bytes depend on the values and the order of the calls alone, so equal models give equal
/// files.
package struct ProtobufWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func int(_ field: Int, _ value: Int64?) {
    guard let value else { return }
    tag(field, .varint)
    varint(UInt64(bitPattern: value))
  }

  package mutating func int(_ field: Int, _ value: Int32?) { int(field, value.map(Int64.init)) }

  package mutating func float(_ field: Int, _ value: Float?) {
    guard let value else { return }
    tag(field, .fixed32)
    fixed(value.bitPattern)
  }

  package mutating func string(_ field: Int, _ value: String?) {
    guard let value else { return }
    tag(field, .lengthDelimited)
    varint(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  package mutating func bytes(_ field: Int, _ value: [UInt8]?) {
    guard let value else { return }
    tag(field, .lengthDelimited)
    varint(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  package mutating func message(_ field: Int, _ value: (some ProtobufMessage)?) {
    guard let value else { return }
    var inner = ProtobufWriter()
    value.encode(into: &inner)
    bytes(field, inner.bytes)
  }

  // MARK: Lists, one element a field

  package mutating func ints(_ field: Int, _ values: [Int64]) {
    for value in values { int(field, value) }
  }

  package mutating func floats(_ field: Int, _ values: [Float]) {
    for value in values { float(field, value) }
  }

  package mutating func strings(_ field: Int, _ values: [String]) {
    for value in values { string(field, value) }
  }

  package mutating func messages(_ field: Int, _ values: [some ProtobufMessage]) {
    for value in values { message(field, value) }
  }

  // MARK: Lists packed into one field

  package mutating func packed(_ field: Int, _ values: [Int64]) {
    pack(field, values) { $0.varint(UInt64(bitPattern: $1)) }
  }

  package mutating func packed(_ field: Int, _ values: [Float]) {
    pack(field, values) { $0.fixed($1.bitPattern) }
  }

  package mutating func packed(_ field: Int, _ values: [Double]) {
    pack(field, values) { $0.fixed($1.bitPattern) }
  }

  private mutating func pack<Number>(
    _ field: Int, _ values: [Number], _ write: (inout ProtobufWriter, Number) -> Void
  ) {
    guard !values.isEmpty else { return }
    var inner = ProtobufWriter()
    for value in values { write(&inner, value) }
    bytes(field, inner.bytes)
  }

  // MARK: Primitive writes

  private mutating func tag(_ field: Int, _ layout: ProtobufTag.Layout) {
    varint(UInt64(field) << 3 | layout.rawValue)
  }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func fixed<Bits: FixedWidthInteger>(_ bits: Bits) {
    var rest = bits
    for _ in 0..<(Bits.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
