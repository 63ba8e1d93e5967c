/// What the next bits of a bzip2 block stand for.
///
/// Codes of up to ten bits are found with one look; of longer ones, which are rare, the first that
/// is greater than the bits says how long they are.
struct Bzip2Code {
  static let longestCode = 20
  private static let width = 10

  /// By the next ten bits: a symbol above the length of its code, or 0.
  private var short = [UInt16](repeating: 0, count: 1 << width)
  /// By length: the first 20 bits that a code of this length, or of a shorter one, does not begin.
  private var limits = [Int](repeating: 0, count: longestCode + 1)
  /// By length: what to add to a code to have its place among the symbols.
  private var offsets = [Int](repeating: 0, count: longestCode + 1)
  /// The symbols in the order of their codes.
  private var symbols: [UInt16] = []

  /// - Parameter lengths: Of each symbol's code, 1...20.
  /// - Throws: ``CompressionFault/badCode`` where they make too many codes.
  init(lengths: [Int]) throws(CompressionFault) {
    var code = 0
    for length in 1...Self.longestCode {
      code <<= 1
      offsets[length] = symbols.count - code
      for (symbol, _) in lengths.enumerated().filter({ $0.element == length }) {
        guard code < 1 << length else { throw .badCode }
        addShort(code, length, symbol)
        symbols.append(UInt16(symbol))
        code += 1
      }
      limits[length] = code << (Self.longestCode - length)
    }
  }

  private mutating func addShort(_ code: Int, _ length: Int, _ symbol: Int) {
    guard length <= Self.width else { return }
    let free = Self.width - length
    for index in (code << free)..<((code + 1) << free) {
      short[index] = UInt16(symbol << 5 | length)
    }
  }

  @inline(__always)
  func symbol(_ bits: inout Bzip2Bits) throws(CompressionFault) -> Int {
    let next = bits.peek(Self.longestCode)
    let entry = Int(short[next &>> (Self.longestCode &- Self.width)])
    var (symbol, length) = (entry &>> 5, entry & 31)
    if entry == 0 {
      guard let long = (Self.width + 1...Self.longestCode).first(where: { next < limits[$0] })
      else { throw .badCode }
      length = long
      symbol = Int(symbols[next >> (Self.longestCode - long) + offsets[long]])
    }
    bits.drop(length)
    guard !bits.isPastEnd else { throw .endsEarly }
    return symbol
  }
}
