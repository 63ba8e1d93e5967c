/// Which node of a ``PickleDocument`` is meant: its number, in the order in which they were made.
///
/// Nodes refer to each other by number, so that neither a cycle nor depth costs anything.
package struct PickleReference: Hashable, Sendable {
  package let index: Int32

  init(_ index: Int) { self.index = Int32(index) }
}
