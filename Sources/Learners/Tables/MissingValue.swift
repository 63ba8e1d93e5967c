/// The spellings that stand for a missing cell, in quotes or not.
///
/// Source: pandas 3, `read_csv`, the default of `na_values`.
enum MissingValue {
  /// Every spelling; each fits in eight bytes.
  static let spellings = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ]

  private static let words: [UInt64] = spellings.map { spelling in
    spelling.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether a field is missing.
  @inline(__always)
  static func matches(_ bytes: Span<UInt8>, _ field: FieldRange) -> Bool {
    if field.count == 0 { return true }
    return field.count <= 8 && words.contains(bytes.word(at: field.start, count: field.count))
  }
}
