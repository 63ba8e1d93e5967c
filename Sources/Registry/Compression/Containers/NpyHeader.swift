/// What the header of a `.npy` file says of the array behind it.
///
/// Source: NumPy's documentation, *numpy.lib.format*, versions 1.0 to 3.0.
package struct NpyHeader: Sendable, Equatable {
  /// The element type: a text such as `<f8`, or a list of fields.
  package let descr: PythonLiteral
  /// Whether the first index changes fastest.
  package let isFortranOrder: Bool
  /// No number of it is negative.
  package let shape: [Int]
  /// Where the array begins in the file.
  package let dataOffset: Int

  /// Whether elements are Python objects: the data is then a pickle, and anything that is not known
  /// to be numbers or text counts as one.
  package var holdsObjects: Bool {
    var types = [descr]
    while let type = types.popLast() {
      switch type {
      case .string(let text): if !Self.isPlain(text) { return true }
      case .list(let fields):
        for field in fields {
          guard case .tuple(let parts) = field, (2...3).contains(parts.count) else { return true }
          types.append(parts[1])
        }
      default: return true
      }
    }
    return false
  }

  /// A byte order, a kind that is a number, a time, text or raw bytes, and a size.
  private static func isPlain(_ type: String) -> Bool {
    var rest = Substring(type)
    if let order = rest.first, "<>|=".contains(order) { rest.removeFirst() }
    guard let kind = rest.popFirst(), "?biufcmMSUV".contains(kind) else { return false }
    rest = rest.drop { $0.isASCII && $0.isNumber }
    return rest.isEmpty || "mM".contains(kind) && rest.first == "[" && rest.last == "]"
  }

  /// Where the array ends; `nil` where it holds objects, or is larger than any file.
  var dataEnd: Int? {
    guard !holdsObjects else { return nil }
    return Self.product(shape, times: Self.size(of: descr)).map { dataOffset + $0 }
  }

  /// The bytes of one element; 0 where a type says no number of them.
  private static func size(of descr: PythonLiteral) -> Int {
    switch descr {
    case .string(let text):
      let digits = Int(text.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
      return text.contains("?") ? 1 : text.contains("U") ? 4 &* digits : digits
    case .list(let fields):
      // Lists do not nest deeply: see ``PythonLiteralReader``.
      return fields.reduce(0) { $0 &+ size(ofField: $1) }
    default: return 0
    }
  }

  /// A name, a type, and perhaps the shape of an array of it.
  private static func size(ofField field: PythonLiteral) -> Int {
    guard case .tuple(let parts) = field, parts.count >= 2 else { return 0 }
    let size = size(of: parts[1])
    guard parts.count == 3, case .tuple(let lengths) = parts[2] else { return size }
    let shape = lengths.map { if case .integer(let length) = $0 { length } else { 0 } }
    return product(shape, times: size) ?? 0
  }

  private static func product(_ shape: [Int], times size: Int) -> Int? {
    var product = size
    for length in shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: length)
      guard !overflow, next >= 0, next < Int.max / 2 else { return nil }
      product = next
    }
    return product
  }

  /// The longest header; numpy itself trusts no more than 10,000 bytes.
  static let maximumLength = 1 << 16

  /// What a file begins with.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads the header that `bytes` begin with.
  package init(_ bytes: ArraySlice<UInt8>) throws(CompressionFault) {
    var input = ByteCursor(bytes)
    guard try input.take(6).elementsEqual(Self.magic) else { throw .badHeader }
    let version = try input.byte()
    guard (1...3).contains(version), try input.byte() == 0 else {
      throw .unsupported("an unknown version of the .npy format")
    }
    let length = version == 1 ? try input.length(UInt16.self) : try input.length(UInt32.self)
    guard length <= Self.maximumLength else { throw .unsupported("a header of \(length) bytes") }
    let text = try input.take(length)
    dataOffset = input.offset
    guard case .dictionary(let items) = try PythonLiteralReader.value(text), items.count == 3,
      let descr = items.first(where: { $0.key == .string("descr") })?.value,
      case .boolean(let isFortranOrder)? =
        items.first(where: { $0.key == .string("fortran_order") })?.value,
      case .tuple(let shape)? = items.first(where: { $0.key == .string("shape") })?.value
    else { throw .badHeader }
    (self.descr, self.isFortranOrder) = (descr, isFortranOrder)
    self.shape = try shape.map { (size) throws(CompressionFault) in
      guard case .integer(let size) = size, size >= 0 else { throw .badHeader }
      return size
    }
  }
}
