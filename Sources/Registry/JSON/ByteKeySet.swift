/// Keys seen so far, compared byte for byte; small sets stay an array.
struct ByteKeySet {
  private static let arrayLimit = 16
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// Adds a key; `false` when it is there already.
  mutating func insert(_ key: String) -> Bool {
    guard many.isEmpty else { return many.insert(Array(key.utf8)).inserted }
    guard !few.contains(where: { $0.hasSameBytes(as: key) }) else { return false }
    if few.isEmpty { few.reserveCapacity(12) }
    few.append(key)
    if few.count > Self.arrayLimit {
      many = Set(few.map { Array($0.utf8) })
      few = []
    }
    return true
  }
}

extension String {
  /// Whether two texts are the same byte for byte; `==` takes the two Unicode spellings of é for one.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
