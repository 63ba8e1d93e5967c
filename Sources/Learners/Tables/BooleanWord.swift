/// The words that stand for a truth value.
///
/// Source: pandas 3, `read_csv`, the defaults of `true_values` and `false_values`.
enum BooleanWord {
  /// What a word stands for, or `nil` when it is none of them.
  static func value(of text: String) -> Bool? {
    switch text {
    case "TRUE", "True", "true": true
    case "FALSE", "False", "false": false
    default: nil
    }
  }

  /// 1 or 0 for each of these levels, or `nil` when one is something else or there are none.
  static func values(of levels: [String]) -> [Double]? {
    guard !levels.isEmpty, levels.count <= 6 else { return nil }
    let values = levels.compactMap(value(of:))
    return values.count == levels.count ? values.map { $0 ? 1 : 0 } : nil
  }
}
