/// Finds out what stands between the fields of a CSV file.
enum CSVSniffer {
  private static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
  private static let sampledRecords = 50

  /// The separator with which most of the first records have as many fields as the header, more
  /// than one; among equals the one that makes more fields, then the first of `,` `;` tab `|`.
  /// `,` for a file with one column.
  static func separator(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> UInt8 {
    let sample = Array(bytes)
    var best = (share: 0.0, count: 1, separator: candidates[0])
    for candidate in candidates {
      let counts = fieldCounts(sample, separator: candidate, isWhole: isWhole)
      guard let header = counts.first, header > 1 else { continue }
      let share = Double(counts.count { $0 == header }) / Double(counts.count)
      if (share, header) > (best.share, best.count) { best = (share, header, candidate) }
    }
    return best.separator
  }

  private static func fieldCounts(
    _ sample: [UInt8], separator: UInt8, isWhole: Bool
  ) -> [Int] {
    let scanner = CSVScanner(separator: separator)
    var fields: [CSVScanner.Field] = []
    var counts: [Int] = []
    var position = 0
    while counts.count < sampledRecords {
      let outcome = scanner.scan(sample, from: position, isAtEnd: isWhole, into: &fields)
      guard case .record(let end, _) = outcome else { break }
      position = end
      let isBlank = fields.count == 1 && fields[0].start == fields[0].end
      if !isBlank { counts.append(fields.count) }
    }
    return counts
  }
}
