/// How one categorical column becomes one feature a level, 1 where the row has it and 0 elsewhere.
public struct CategoricalInput: Sendable, Equatable {
  /// The column's name.
  public let name: String
  /// The levels that occurred in the fitted rows, sorted by their UTF-8 bytes, which is the order
  /// Python sorts strings in. A level that is not here gives a row of zeros.
  public let levels: [String]
  /// Whether a missing cell has a feature of its own, after all levels: only when one was missing
  /// in the fitted rows. Otherwise a missing cell gives a row of zeros.
  public let missingIsLevel: Bool

  /// An input of known levels.
  ///
  /// - Parameters:
  ///   - name: the column's name.
  ///   - levels: sorted by UTF-8 bytes, each once.
  ///   - missingIsLevel: whether a missing cell has a feature of its own.
  /// - Precondition: `levels` ascend strictly byte by byte.
  public init(name: String, levels: [String], missingIsLevel: Bool) {
    precondition(
      zip(levels, levels.dropFirst()).allSatisfy { precedesByBytes($0, $1) },
      "levels do not ascend byte by byte")
    self.name = name
    self.levels = levels
    self.missingIsLevel = missingIsLevel
  }

  /// Keeps the levels that occur in `codes`, which index `levels`, -1 where a cell is missing.
  init(fitting codes: [Int32], levels: [String], name: String) {
    var occurs = [Bool](repeating: false, count: levels.count)
    var missing = false
    for code in codes {
      if code < 0 { missing = true } else { occurs[Int(code)] = true }
    }
    let kept = zip(levels, occurs).filter(\.1).map(\.0)
    self.init(
      name: name, levels: kept.sorted(by: precedesByBytes), missingIsLevel: missing)
  }

  /// How many features the column becomes.
  public var featureCount: Int {
    levels.count + (missingIsLevel ? 1 : 0)
  }

  /// Which of the column's features a level sets.
  ///
  /// - Parameter level: the level, or `nil` for a missing cell.
  /// - Returns: an index in `0..<featureCount`; `nil` for a level that was not fitted on.
  /// - Complexity: O(log *k*) comparisons of bytes.
  public func feature(of level: String?) -> Int? {
    guard let level else { return missingIsLevel ? levels.count : nil }
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if precedesByBytes(levels[middle], level) { low = middle + 1 } else { high = middle }
    }
    guard low < levels.count, levels[low].utf8.elementsEqual(level.utf8) else { return nil }
    return low
  }

  /// For each of a table's own levels, and at the end for a missing cell, the feature it sets
  /// counted from `offset`, or -1.
  func features(of tableLevels: [String], offset: Int) -> [Int32] {
    let levels: [String?] = tableLevels + [nil]
    return levels.map { level in feature(of: level).map { Int32(offset + $0) } ?? -1 }
  }
}

/// Python's order of strings: by code point, which is by UTF-8 byte. Swift's own `<` and `==` take
/// canonically equivalent strings as equal, which other readers of a model do not.
func precedesByBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
