/// The symbols of one block, back to what was sorted.
///
/// Source: the code of bzip2 1.0.8, `decompress.c`; Wheeler and Burrows (1994), *A block-sorting
/// lossless data compression algorithm*, SRC Research Report 124.
struct Bzip2Block {
  /// The codes are changed after so many symbols.
  private static let groupLength = 50

  /// The last column of the sorted block.
  private(set) var column: [UInt8] = []
  /// The row of the sorted block that the content is.
  let row: Int

  /// Reads a block behind its checksum, whose column may have at most `most` bytes.
  init(_ bits: inout Bzip2Bits, most: Int) throws(CompressionFault) {
    guard try bits.number(1) == 0 else { throw .unsupported("a randomised block") }
    row = try bits.number(24)
    let used = try Self.usedBytes(&bits)
    let codeCount = try bits.number(3)
    guard !used.isEmpty, (2...6).contains(codeCount) else { throw .badHeader }
    let selectors = try Self.selectors(&bits, codeCount)
    var codes: [Bzip2Code] = []
    for _ in 0..<codeCount {
      codes.append(try Bzip2Code(lengths: try Self.lengths(&bits, used.count + 2)))
    }
    try readColumn(&bits, used, selectors, codes, most)
    guard row < column.count else { throw .badHeader }
  }

  private static func usedBytes(_ bits: inout Bzip2Bits) throws(CompressionFault) -> [UInt8] {
    let groups = try bits.number(16)
    var used: [UInt8] = []
    for group in 0..<16 where groups & 0x8000 >> group != 0 {
      let members = try bits.number(16)
      for member in 0..<16 where members & 0x8000 >> member != 0 {
        used.append(UInt8(group * 16 + member))
      }
    }
    return used
  }

  /// Which code each group of symbols is in.
  private static func selectors(
    _ bits: inout Bzip2Bits, _ codeCount: Int
  ) throws(CompressionFault) -> [Int] {
    let count = try bits.number(15)
    var recent = Array(0..<codeCount)
    var selectors: [Int] = []
    for _ in 0..<count {
      var place = 0
      while try bits.number(1) == 1 {
        place += 1
        guard place < codeCount else { throw .badHeader }
      }
      recent.insert(recent.remove(at: place), at: 0)
      selectors.append(recent[0])
    }
    return selectors
  }

  private static func lengths(
    _ bits: inout Bzip2Bits, _ count: Int
  ) throws(CompressionFault) -> [Int] {
    var length = try bits.number(5)
    var lengths: [Int] = []
    for _ in 0..<count {
      while try bits.number(1) == 1 {
        length += try bits.number(1) == 0 ? 1 : -1
        guard (1...Bzip2Code.longestCode).contains(length) else { throw .badHeader }
      }
      lengths.append(length)
    }
    guard lengths.allSatisfy({ (1...Bzip2Code.longestCode).contains($0) }) else {
      throw .badHeader
    }
    return lengths
  }

  /// Symbols 0 and 1 are the digits of how often the latest byte is repeated; the last one ends the
  /// block; the others are the place that a byte had among the recent ones.
  private mutating func readColumn(
    _ bits: inout Bzip2Bits, _ used: [UInt8], _ selectors: [Int], _ codes: [Bzip2Code],
    _ most: Int
  ) throws(CompressionFault) {
    var recent = used
    var (run, digit) = (0, 1)
    for selector in selectors {
      let code = codes[selector]
      for _ in 0..<Self.groupLength {
        let symbol = try code.symbol(&bits)
        if symbol < 2 {
          run += digit << symbol
          digit <<= 1
          guard run <= most - column.count else { throw .wrongLength }
          continue
        }
        column.append(contentsOf: repeatElement(recent[0], count: run))
        (run, digit) = (0, 1)
        if symbol == used.count + 1 { return }
        guard column.count < most else { throw .wrongLength }
        column.append(Self.moveToFront(symbol - 1, of: &recent))
      }
    }
    throw .badCode
  }

  @inline(__always)
  private static func moveToFront(_ place: Int, of recent: inout [UInt8]) -> UInt8 {
    recent.withUnsafeMutableBufferPointer { recent in
      let byte = recent[place]
      var place = place
      while place > 0 {
        recent[place] = recent[place &- 1]
        place &-= 1
      }
      recent[0] = byte
      return byte
    }
  }
}
