/// What the next bits of a deflate stream stand for, found with one look, or two for a long code.
///
/// The first look is at as many bits as `width` says. Codes that are longer share an entry that
/// names a second table, which the bits behind them are looked up in.
///
/// Source: RFC 1951, section 3.2.2; the tables in two steps are those of zlib's `inflate_table`.
struct PrefixTable {
  /// The longest code that deflate allows.
  static let longestCode = 15

  /// How many bits the first look is at.
  let width: Int
  private(set) var entries: [Entry]

  /// A code's length, and what it stands for.
  struct Entry {
    let bits: UInt32

    init(_ kind: Kind, value: Int, extraBits: Int = 0) {
      bits = kind.rawValue | UInt32(value) << 16 | UInt32(extraBits) << 4
    }

    private init(bits: UInt32) { self.bits = bits }

    func withLength(_ length: Int) -> Entry { Entry(bits: bits | UInt32(length)) }

    /// The bits of the code, in a second table only those that were not looked at before.
    var length: Int { @inline(__always) get { Int(bits & 15) } }
    /// How many bits behind the code add to the value, or are looked up in the second table.
    var extraBits: Int { @inline(__always) get { Int(bits &>> 4 & 15) } }
    /// A symbol, what a length or distance begins with, or where the second table begins.
    var value: Int { @inline(__always) get { Int(bits &>> 16) } }
    @inline(__always) func isA(_ kind: Kind) -> Bool { bits & kind.rawValue != 0 }

    enum Kind: UInt32 {
      case literal = 0x100
      case secondTable = 0x200
      case endOfBlock = 0x400
      case nothing = 0x800
      /// A length or a distance, whose extra bits are added to its value.
      case base = 0x1000
    }
  }

  /// - Parameters:
  ///   - lengths: Of each symbol's code, 0...15; 0 for one that does not occur.
  ///   - width: How many bits the first look is at.
  ///   - mayBeSingle: Whether one code of one bit may stand alone, or none at all.
  ///   - entry: What a symbol stands for.
  /// - Throws: ``CompressionFault/badCode`` where the lengths leave codes over, or make too many.
  init(
    lengths: some Collection<UInt8>, width: Int, mayBeSingle: Bool, entry: (_ symbol: Int) -> Entry
  ) throws(CompressionFault) {
    self.width = width
    entries = [Entry](repeating: Entry(.nothing, value: 0), count: 1 << width)
    let codes = Self.codes(lengths)
    // Of the 32,768 codes of 15 bits, those that no symbol begins.
    let free = codes.reduce(1 << Self.longestCode) { $0 - 1 << (Self.longestCode - $1.length) }
    let isSingle = codes.count <= 1 && codes.allSatisfy { $0.length == 1 }
    guard free == 0 || mayBeSingle && isSingle else { throw .badCode }
    addSecondTables(codes)
    for code in codes { fill(code, with: entry(code.symbol)) }
  }

  private typealias Code = (symbol: Int, length: Int, bits: Int)

  /// The codes in their order, with their bits as they come in the stream.
  private static func codes(_ lengths: some Collection<UInt8>) -> [Code] {
    var starts = [Int](repeating: 0, count: longestCode + 2)
    for length in lengths where length > 0 { starts[Int(length) + 1] += 1 }
    for length in 1...longestCode + 1 { starts[length] += starts[length - 1] }
    var codes = [Code](repeating: (0, 0, 0), count: starts[longestCode + 1])
    for (symbol, length) in lengths.enumerated() where length > 0 {
      codes[starts[Int(length)]] = (symbol, Int(length), 0)
      starts[Int(length)] += 1
    }
    var bits = 0
    for index in codes.indices {
      codes[index].bits = bits
      // The next code, counted from the highest bit, which comes first.
      var top = 1 << (codes[index].length - 1)
      while bits & top != 0 { top >>= 1 }
      bits = top == 0 ? 0 : bits & (top - 1) | top
    }
    return codes
  }

  private mutating func addSecondTables(_ codes: [Code]) {
    var longest: [Int: Int] = [:]
    for code in codes where code.length > width {
      longest[code.bits & (1 << width - 1)] = code.length - width
    }
    for (prefix, extra) in longest.sorted(by: { $0.key < $1.key }) {
      entries[prefix] = Entry(.secondTable, value: entries.count, extraBits: extra)
        .withLength(width)
      entries += repeatElement(Entry(.nothing, value: 0), count: 1 << extra)
    }
  }

  private mutating func fill(_ code: Code, with entry: Entry) {
    var (start, size, bits, length) = (0, 1 << width, code.bits, code.length)
    if length > width {
      let first = entries[bits & (1 << width - 1)]
      (start, size) = (first.value, 1 << first.extraBits)
      (bits, length) = (bits >> width, length - width)
    }
    for index in stride(from: bits, to: size, by: 1 << length) {
      entries[start + index] = entry.withLength(length)
    }
  }
}
