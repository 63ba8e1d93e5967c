/// The name of a run, such as `20261121-153312-4k9x2m`: when it began, and what tells it from all others.
///
/// Names ascend by time. See `docs/format.md`, section 5.10.
public struct RunID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name as it is written.
  public let description: String

  /// A name as it is written, with every digit and dash; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == Self.byteCount else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isRight =
        switch index {
        case 8, 15: byte == UInt8(ascii: "-")
        case ..<15: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        default: Self.symbols.contains(byte)
        }
      guard isRight else { return nil }
    }
    description = text
  }

  /// A name for a run that begins now, which no other process takes.
  public static func new() -> RunID {
    var generator = SystemRandomNumberGenerator()
    return RunID(millisecondsSinceEpoch: WallClock.milliseconds(), using: &generator)
  }

  /// A name for a run that begins so many milliseconds after 1970-01-01T00:00:00Z.
  init(millisecondsSinceEpoch: Int, using generator: inout some RandomNumberGenerator) {
    let (seconds, milliseconds) = millisecondsSinceEpoch.quotientAndRemainder(dividingBy: 1000)
    let moment = Timestamp(secondsSinceEpoch: seconds).description.filter(\.isNumber)
    // Ten bits of time, twenty of chance: five for each symbol, the highest first.
    let tail = (milliseconds * 1024 / 1000) << 20 | Int.random(in: 0..<1 << 20, using: &generator)
    let symbols = (0..<6).reversed().map { Self.symbols[tail >> (5 * $0) & 31] }
    description =
      "\(moment.prefix(8))-\(moment.dropFirst(8))-\(String(decoding: symbols, as: UTF8.self))"
  }

  /// Whether the run is meant by what was typed: the beginning of its name, or of the six symbols that
  /// end it.
  func isMeant(by text: String) -> Bool {
    let name = description.utf8
    return !text.isEmpty
      && (name.starts(with: text.utf8) || name.suffix(6).starts(with: text.utf8))
  }

  public static func < (left: RunID, right: RunID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static let byteCount = 22
  /// Ascending, without letters that are taken for others.
  private static let symbols = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
