/// What the elements of an array are: numpy's `dtype`.
package struct NumpyType: Sendable, Equatable {
  package let kind: Kind
  /// Bytes of one element.
  package let itemSize: Int
  package let isBigEndian: Bool
  /// The columns of a structured type, in order; empty for every other.
  package let fields: [Field]

  /// A column of a structured type.
  package struct Field: Sendable, Equatable {
    package let name: String
    /// Bytes from the start of the element.
    package let offset: Int
    /// Never structured itself.
    package let type: NumpyType
  }

  /// The letter that numpy has for it.
  package enum Kind: UInt8, Sendable {
    case bool = 0x62  // b
    case integer = 0x69  // i
    case unsigned = 0x75  // u
    case float = 0x66  // f
    case complex = 0x63  // c
    case object = 0x4F  // O
    case bytes = 0x53  // S
    /// Four bytes a character, UTF-32.
    case text = 0x55  // U
    /// Bytes without meaning, or a structure.
    case void = 0x56  // V
    case duration = 0x6D  // m
    case date = 0x4D  // M
  }

  /// Whether an element holds Python objects: there are no bytes of it then.
  package var holdsObjects: Bool {
    kind == .object || fields.contains { $0.type.kind == .object }
  }
}
