/// What a pickle describes, without anything having been imported, called or made.
///
/// All values are nodes of one list and refer to each other by number. There is no recursion in it,
/// so neither reading nor letting go of a hostile file needs more than memory for its nodes, of which
/// there are about as many as the file has bytes at most.
package struct PickleDocument: Sendable {
  /// The file, decompressed. Bytes and arrays are parts of it.
  package let content: [UInt8]
  /// Every value that was made, in order, those included that nothing refers to any more.
  package internal(set) var nodes: [PickleNode]
  /// The value that loading the file would give.
  package internal(set) var root: PickleReference
  /// Where an object is changed that is no new one: a class that gets attributes, an object that gets
  /// a second state. No program that writes models does that.
  package internal(set) var alterations: [PickleAlteration] = []
  /// Where the pickle ends; what follows does not belong to it.
  package internal(set) var end = 0

  /// The most values of a file: 32 million, which take 1 GB, or where each is a call or a list 3 GB.
  package static let maximumNodes = 1 << 25

  /// Reads a pickle of any protocol, with the arrays that joblib writes between its instructions.
  ///
  /// - Parameter content: The file, decompressed.
  /// - Throws: ``PickleFault``, which says at which byte.
  /// - Complexity: O(*n*) in the bytes; bytes of arrays are not looked at.
  package init(_ content: [UInt8]) throws(PickleFault) {
    var machine = PickleMachine(content)
    try machine.run()
    self = machine.document
  }

  init(unread content: [UInt8]) {
    self.content = content
    nodes = [.none, .bool(false), .bool(true)]
    root = PickleReference(0)
  }

  package subscript(_ reference: PickleReference) -> PickleNode { nodes[Int(reference.index)] }
}

/// A change of an object that is no new one.
package struct PickleAlteration: Sendable, Equatable {
  /// What is changed.
  package let target: PickleReference
  /// Where in the file.
  package let offset: Int
}
