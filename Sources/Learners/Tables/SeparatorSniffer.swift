/// Finds out which byte separates the fields of a text.
///
/// A candidate has to part the header. Among those the one wins that gives the most of the first
/// records as many fields as the header has; then the one with more fields; then the first in the
/// order comma, semicolon, tab, pipe. A header that none of them parts is one column: comma.
enum SeparatorSniffer {
  /// How many bytes are looked at.
  static let sample = 1 << 16
  /// How many records are looked at.
  private static let records = 100

  /// The separator, or `nil` when the header does not end within the bytes.
  static func separator(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> Separator? {
    var best = (separator: Separator.comma, agreement: 0.0, fields: 1)
    for candidate in Separator.allCases {
      let cutter = RecordCutter(separator: candidate.rawValue, skipsInitialSpace: true)
      let counts = fieldCounts(bytes, from: start, to: end, isLast, cutter)
      guard let header = counts.first else { return nil }
      guard header > 1 else { continue }
      let agreement = Double(counts.count { $0 == header }) / Double(counts.count)
      if (agreement, header) > (best.agreement, best.fields) {
        best = (candidate, agreement, header)
      }
    }
    return best.separator
  }

  /// How many fields each of the first records has.
  private static func fieldCounts(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ isLast: Bool, _ cutter: RecordCutter
  ) -> [Int] {
    var counts: [Int] = []
    var position = start
    while position < end, counts.count < records {
      switch cutter.count(bytes, from: position, to: end, isLast: isLast) {
      case .record(let fields, let next, _, _):
        counts.append(fields)
        position = next
      case .blank(let next): position = next
      case .incomplete: return counts
      }
    }
    return counts
  }
}
