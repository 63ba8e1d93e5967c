/// Rows to train on, the same every time: 120 customers, of whom the older ones mostly say yes.
enum SampleRows {
  static let header = "age,balance,job,y"

  /// One row as CSV: every ninth balance is missing, every twelfth label is against the rule.
  static func row(_ index: Int) -> String {
    let age = 20 + (7 * index) % 50
    let balance = index % 9 == 0 ? "" : "\(Double((37 * index) % 200) / 4)"
    let job = ["admin", "technician", "\"nurse, head\""][index % 3]
    let isOlder = age > 44
    return "\(age),\(balance),\(job),\(isOlder != (index % 12 == 0) ? "yes" : "no")"
  }

  /// The whole file; `change` may spell the rows differently.
  static func csv(rows: Int = 120, _ change: (String) -> String = { $0 }) -> String {
    ([header] + (0..<rows).map(row)).map { change($0) + "\n" }.joined()
  }
}

/// What a test did not expect to come to.
struct Unexpected: Error {}
