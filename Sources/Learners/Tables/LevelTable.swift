/// Gives each distinct text a number, in order of first appearance; missing spellings get -1.
///
/// A hash table with open addressing over bytes: texts are equal when their bytes are.
struct LevelTable {
  private struct Entry {
    /// The text itself when it has eight bytes or fewer, else its hash.
    var key: UInt64
    var count: Int
    var code: Int32
    /// Where the text begins in `texts`.
    var start: Int
  }

  private var entries: [Entry] = []
  /// The index of an entry plus 1, or 0; a power of two of them, at most half in use.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  /// The texts of all entries, one after the other.
  private var texts: [UInt8] = []
  /// How many levels there are.
  private(set) var count = 0

  /// The levels, in order.
  var levels: [String] {
    entries.lazy.filter { $0.code >= 0 }
      .map { String(decoding: texts[$0.start..<$0.start + $0.count], as: UTF8.self) }
  }

  /// The number of a field's text.
  ///
  /// - Complexity: O(length) expected.
  @inline(__always)
  mutating func code(of field: FieldRange, in bytes: Span<UInt8>) -> Int32 {
    let count = field.count
    let key =
      count <= 8
      ? bytes.word(at: field.start, count: count)
      : Self.hash(bytes, from: field.start, count: count)
    var slot = Self.slot(key, count, of: slots.count)
    while true {
      let index = slots[slot]
      guard index != 0 else { return insert(field, in: bytes, key: key, slot: slot) }
      let entry = entries[Int(index &- 1)]
      if entry.key == key, entry.count == count, count <= 8 || isEqual(entry, field, bytes) {
        return entry.code
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int, of slots: Int) -> Int {
    let mixed = (key ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 32) & (slots &- 1)
  }

  /// Mixes a text of more than eight bytes, the last eight of them possibly twice.
  private static func hash(_ bytes: Span<UInt8>, from start: Int, count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset < count {
      let word = bytes.word(at: start &+ min(offset, count &- 8))
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      offset &+= 8
    }
    return hash
  }

  private func isEqual(_ entry: Entry, _ field: FieldRange, _ bytes: Span<UInt8>) -> Bool {
    let known = texts.span
    var offset = 0
    while offset < entry.count {
      let place = min(offset, entry.count &- 8)
      guard known.word(at: entry.start &+ place) == bytes.word(at: field.start &+ place) else {
        return false
      }
      offset &+= 8
    }
    return true
  }

  @inline(never)
  private mutating func insert(
    _ field: FieldRange, in bytes: Span<UInt8>, key: UInt64, slot: Int
  ) -> Int32 {
    let isMissing = MissingValue.matches(bytes, field)
    let code = isMissing ? -1 : Int32(truncatingIfNeeded: count)
    if !isMissing { count += 1 }
    entries.append(Entry(key: key, count: field.count, code: code, start: texts.count))
    for index in field.start..<field.end { texts.append(bytes[index]) }
    slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    if 2 * entries.count > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 4 * slots.count)
    for (index, entry) in entries.enumerated() {
      var slot = Self.slot(entry.key, entry.count, of: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }
}
