/// A way to find the leaves of rows by the codes of their columns.
protocol CodedTreeKernel: Sendable {
  associatedtype Code: FixedWidthInteger
  associatedtype Leaf: FixedWidthInteger

  /// How many rows go together.
  static var blockRows: Int { get }
  /// How many cuts a column may have.
  static var cutLimit: Int { get }

  /// How many columns of codes there are, with those that the kernel adds.
  var columnCount: Int { get }

  /// Finds the leaf of every row in each tree in turn.
  ///
  /// - Parameters:
  ///   - codes: Of a block of rows, column by column, and room for the columns that the kernel adds.
  ///   - found: Gets the number of the tree and for each row of the block the number of its leaf, both
  ///     counted from 0.
  func leaves(
    _ codes: UnsafeMutablePointer<Code>, found: (_ tree: Int, _ leaves: UnsafePointer<Leaf>) -> Void
  )
}
