/// An array of numpy, with its elements as they are in the file.
package struct NumpyArray: Sendable, Equatable {
  package let type: NumpyType
  /// The length of each axis; none for a single element.
  package let shape: [Int]
  /// Whether the first axis is the one whose elements stand next to each other.
  package let isFortranOrder: Bool
  package let elements: Elements

  /// What the array holds.
  package enum Elements: Sendable, Equatable {
    /// As many as shape and type need; mostly a part of the document's content, not a copy.
    case bytes(ArraySlice<UInt8>)
    /// As many as the shape says.
    case objects([PickleReference])
  }

  /// How many elements there are.
  package var count: Int { shape.reduce(1, *) }
}
