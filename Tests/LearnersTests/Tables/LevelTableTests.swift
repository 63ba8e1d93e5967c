import Testing

@testable import Learners

@Suite struct `A table of levels` {
  /// What the table computes from the first eight of sixteen bytes.
  private func half(_ word: UInt64) -> UInt64 {
    let hash = (16 ^ word) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  private func bytes(_ words: [UInt64]) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  @Test func `tells texts apart whose hashes are equal`() {
    let first: [UInt64] = [0x6161_6161_6161_6161, 0x6262_6262_6262_6262]
    var second = first
    var generator = SeededGenerator(seed: 10)
    repeat {
      // The second word makes up for what the first one changed.
      second[0] = generator.next()
      second[1] = first[1] ^ half(first[0]) ^ half(second[0])
    } while bytes(second).contains { $0 < 0x30 }
    let text = bytes(first) + [0x0A] + bytes(second) + [0x0A] + bytes(first) + [0x0A]
    var block = RecordBlock(bytes: text + Array(repeating: 0, count: 8), columns: 1, room: 3)
    _ = block.cut(
      RecordCutter(separator: 0x2C, skipsInitialSpace: false), from: 0, to: text.count,
      isLast: true, line: 1, limit: 100)
    var table = LevelTable()
    var codes: [Int32] = []
    table.appendCodes(of: block, column: 0, from: 0, to: &codes)
    #expect(codes == [0, 1, 0])
  }
}
