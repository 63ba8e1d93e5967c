/// Gives each different cell of a text column a number, in order of first appearance.
///
/// A hash table over the bytes: cells that are seen again cost no `String`.
struct LevelIndex {
  /// The levels so far, one behind the other.
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Codes by hash; -1 is free. The size is a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { ends.count }

  /// The code of a cell: that of an equal one seen before, or the next number.
  mutating func code(_ cell: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Self.hash(cell) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equals(slots[slot], cell) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(truncatingIfNeeded: ends.count)
    slots[slot] = code
    arena.append(contentsOf: cell)
    ends.append(arena.count)
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  /// The text of each level; `nil` in place of one that is not UTF-8.
  var levels: [String?] {
    ends.indices.map { String(validating: arena[range($0)], as: UTF8.self) }
  }

  private func range(_ code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }

  private func equals(_ code: Int32, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(Int(code))
    return range.count == cell.count && arena[range].elementsEqual(cell)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for code in ends.indices {
      let hash = arena[range(code)].withUnsafeBufferPointer(Self.hash)
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: code)
    }
  }

  /// FNV-1a, folded. Source: http://www.isthe.com/chongo/tech/comp/fnv/
  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7fff_ffff)
  }
}
