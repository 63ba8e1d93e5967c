extension RowFold {
  /// Folds that fit on a window that grows with time, each measuring on the rows that come next.
  ///
  /// - Throws: ``LearnerError/unsplittable(_:)`` when there are no more times, or rows, than folds.
  ///
  /// Source: scikit-learn's `TimeSeriesSplit`, whose windows end here where a time does.
  static func timeOrdered(_ order: RowOrder, count: Int) throws(LearnerError) -> [RowFold] {
    let length = order.rows.count / (count + 1)
    let places = (0..<count).map { order.rows.count - (count - $0) * length }
    let ends = try order.boundaries(nearest: places) + [order.rows.count]
    return zip(ends, ends.dropFirst()).map { start, end in
      RowFold(train: order.rows[..<start].sorted(), validation: order.rows[start..<end].sorted())
    }
  }
}
