/// Rows in the order of a column, those with equal values side by side.
struct RowOrder: Sendable {
  /// The rows, ascending by value, and by number where values are equal.
  let rows: [Int]
  /// The places in ``rows`` at which another value begins, ascending; 0 is none of them.
  let boundaries: [Int]
  private let column: String

  /// - Parameters:
  ///   - column: numbers, or text that sorts as time goes when its bytes do.
  ///   - rows: the rows to put in order.
  /// - Throws: ``LearnerError/unsplittable(_:)`` for a missing cell, and for text that does not
  ///   sort as time goes.
  /// - Complexity: O(*n* log *n*).
  init(of column: Column, rows: [Int]) throws(LearnerError) {
    let keys = try Self.keys(of: column, rows: rows)
    let order = rows.indices.sorted { (keys[$0], rows[$0]) < (keys[$1], rows[$1]) }
    self.rows = order.map { rows[$0] }
    boundaries = order.indices.dropFirst().filter { keys[order[$0]] != keys[order[$0 - 1]] }
    self.column = column.name
  }

  /// A number a row that is larger the later the row is.
  private static func keys(of column: Column, rows: [Int]) throws(LearnerError) -> [Double] {
    try column.checkNoneMissing(in: rows)
    switch column.values {
    case .numbers(let numbers): return rows.map { numbers[$0] }
    case .categories(let codes, let levels):
      if let text = levels.firstOutOfTimeOrder {
        throw .unsplittable(.notInTimeOrder(column: column.name, text: text))
      }
      let sorted = levels.indices.sorted {
        levels[$0].utf8.lexicographicallyPrecedes(levels[$1].utf8)
      }
      var ranks = [Double](repeating: 0, count: levels.count)
      for (rank, level) in sorted.enumerated() { ranks[level] = Double(rank) }
      return rows.map { ranks[Int(codes[$0])] }
    }
  }

  /// For each place the nearest boundary, the earlier of two, such that the boundaries ascend.
  ///
  /// - Throws: ``LearnerError/unsplittable(_:)`` when there are fewer boundaries than places.
  func boundaries(nearest places: [Int]) throws(LearnerError) -> [Int] {
    guard boundaries.count >= places.count else {
      throw .unsplittable(
        .tooFewValues(
          column: column, values: rows.isEmpty ? 0 : boundaries.count + 1,
          parts: places.count + 1))
    }
    var found: [Int] = []
    var end = boundaries.count
    // From the last place on, each leaving enough boundaries for those before it.
    for (before, place) in places.enumerated().reversed() {
      let free = before..<end
      let after = free.first { boundaries[$0] >= place } ?? end - 1
      let earlier = max(after - 1, before)
      let isEarlier = abs(boundaries[earlier] - place) <= abs(boundaries[after] - place)
      end = isEarlier ? earlier : after
      found.append(boundaries[end])
    }
    return found.reversed()
  }
}

extension [String] {
  /// The first text that the order of bytes may not put where time does: one that does not begin with
  /// the four digits of a year, has other digits and signs than the longest text, or ends where that one
  /// has a further digit.
  fileprivate var firstOutOfTimeOrder: String? {
    guard let longest = self.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
    return first { text in
      text.utf8.count < 4 || !text.utf8.prefix(4).allSatisfy(\.isDigit)
        || !zip(text.utf8, longest.utf8).allSatisfy { $0 == $1 || $0.isDigit && $1.isDigit }
        || longest.utf8.dropFirst(text.utf8.count).first?.isDigit == true
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
