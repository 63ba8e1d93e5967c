extension RowSplit {
  /// The parts one after another: the earliest rows to train on, the latest to test on.
  ///
  /// - Parameters:
  ///   - order: the rows; parts end where a value does, as near as possible to their shares.
  ///   - shares: of the three parts, adding up to 1.
  /// - Returns: the parts.
  /// - Throws: ``LearnerError/unsplittable(_:)`` when there are fewer values than parts that have a
  ///   share.
  static func timeOrdered(_ order: RowOrder, shares: [Double]) throws(LearnerError) -> RowSplit {
    let sizes = counts(of: order.rows.count, shares: shares)
    let open = shares.indices.filter { shares[$0] > 0 }
    let places = open.dropLast().map { sizes[...$0].reduce(0, +) }
    let ends = try order.boundaries(nearest: places) + [order.rows.count]
    var parts: [[Int]] = [[], [], []]
    var start = 0
    for (part, end) in zip(open, ends) {
      parts[part] = order.rows[start..<end].sorted()
      start = end
    }
    return RowSplit(parts: parts)
  }
}
