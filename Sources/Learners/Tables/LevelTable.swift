/// Gives each distinct text a number, in order of first appearance; missing spellings get -1.
///
/// A hash table with open addressing over bytes: texts are equal when their bytes are.
struct LevelTable {
  private struct Slot {
    /// The text itself when it has eight bytes or fewer, else its hash.
    var key: UInt64 = 0
    /// The length of the text plus 1; 0 when the slot is free.
    var size: UInt32 = 0
    var code: Int32 = 0
  }

  /// A power of two of them, at most half in use.
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  private var used = 0
  /// The texts of all levels, one after the other.
  private var texts: [UInt8] = []
  /// Where each text ends in `texts`.
  private var ends: [Int] = []

  /// The levels, in order.
  var levels: [String] {
    ends.indices.map { String(decoding: texts[start(of: $0)..<ends[$0]], as: UTF8.self) }
  }

  /// Appends the number of each field of a column to `codes`.
  ///
  /// - Complexity: O(bytes) expected.
  mutating func appendCodes(
    of block: borrowing RecordBlock, column: Int, from first: Int, to codes: inout [Int32]
  ) {
    let offset = codes.count - first
    codes.append(contentsOf: repeatElement(-1, count: block.count - first))
    var record = first
    while record < block.count {
      record = fillKnown(block, column, from: record, &codes, offset)
      guard record < block.count else { return }
      codes[offset + record] = insert(block.field(column, of: record), in: block.bytes.span)
      record += 1
    }
  }

  /// Fills in numbers up to the first record with a text that has none yet, and returns that.
  private func fillKnown(
    _ block: borrowing RecordBlock, _ column: Int, from first: Int, _ codes: inout [Int32],
    _ offset: Int
  ) -> Int {
    let bytes = block.bytes.span
    let fields = block.fields.span
    let slots = slots.span
    var codes = codes.mutableSpan
    var index = first &* block.columnCount &+ column
    for record in first..<block.count {
      let field = fields[index]
      let key = Self.key(field, bytes)
      var place = Self.place(key, of: slots.count)
      while true {
        let slot = slots[place]
        if slot.size == 0 { return record }
        if slot.key == key, isText(of: slot, field, bytes) {
          codes[offset &+ record] = slot.code
          break
        }
        place = (place &+ 1) & (slots.count &- 1)
      }
      index &+= block.columnCount
    }
    return block.count
  }

  @inline(__always)
  private static func key(_ field: FieldRange, _ bytes: Span<UInt8>) -> UInt64 {
    field.count <= 8
      ? bytes.word(at: field.start, count: field.count)
      : hash(bytes, from: field.start, count: field.count)
  }

  /// The slot to look at first.
  @inline(__always)
  private static func place(_ key: UInt64, of slots: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (slots &- 1)
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

  /// Whether the text in a slot with the field's key is the field's.
  @inline(__always)
  private func isText(of slot: Slot, _ field: FieldRange, _ bytes: Span<UInt8>) -> Bool {
    guard Int(slot.size) == field.count &+ 1 else { return false }
    return field.count <= 8 || isLongText(of: Int(slot.code), field, bytes)
  }

  private func isLongText(of code: Int, _ field: FieldRange, _ bytes: Span<UInt8>) -> Bool {
    let known = texts.span
    let start = start(of: code)
    var offset = 0
    while offset < field.count {
      let place = min(offset, field.count &- 8)
      guard known.word(at: start &+ place) == bytes.word(at: field.start &+ place) else {
        return false
      }
      offset &+= 8
    }
    return true
  }

  private func start(of code: Int) -> Int { code == 0 ? 0 : ends[code - 1] }

  /// Gives a text that is not in the table its number.
  private mutating func insert(_ field: FieldRange, in bytes: Span<UInt8>) -> Int32 {
    var code: Int32 = -1
    if !MissingValue.matches(bytes, field) {
      code = Int32(truncatingIfNeeded: ends.count)
      for index in field.start..<field.end { texts.append(bytes[index]) }
      ends.append(texts.count)
    }
    let size = UInt32(truncatingIfNeeded: field.count + 1)
    put(Slot(key: Self.key(field, bytes), size: size, code: code))
    used += 1
    if 2 * used > slots.count { grow() }
    return code
  }

  private mutating func put(_ slot: Slot) {
    var place = Self.place(slot.key, of: slots.count)
    while slots[place].size != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 4 * old.count)
    for slot in old where slot.size != 0 { put(slot) }
  }
}
