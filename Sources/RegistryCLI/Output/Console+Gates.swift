import Registry

extension Console {
  /// Writes what gates said: a row each, then why, then the verdict.
  func write(_ report: GateReport) throws(OutputError) {
    try write(report.text(style: outputStyle))
  }
}

extension GateReport {
  /// A row for each gate, what there is to say of it, and the verdict.
  func text(style: TextStyle) -> String {
    var table = TextTable([
      .init("GATE"), .init("VERDICT"), .init("VALUE", .right), .init("CHAMPION", .right),
      .init("INTERVAL"), .init("ROWS", .right), .init("EVIDENCE"),
    ])
    for result in results {
      table.add([
        result.gate, result.verdict.rawValue, result.value?.shortened ?? "-",
        result.championValue?.shortened ?? "-", result.limits ?? "-",
        result.rowCount.map(String.init) ?? "-", result.evidence,
      ])
    }
    var text = table.text(style: style) + "\n"
    for remark in remarks { text += remark.escapedForTerminal + "\n" }
    if let forced { text += "forced: \(forced)".escapedForTerminal + "\n" }
    return text + "\(verdict.rawValue): \(summary)".escapedForTerminal + "\n"
  }

  /// What a reader of the table may ask next: reasons, each once with the gates that have it.
  private var remarks: [String] {
    var reasons: [String] = []
    for result in results where !reasons.contains(result.reason) { reasons.append(result.reason) }
    let lines = reasons.filter { !$0.isEmpty }.map { reason in
      let gates = results.filter { $0.reason == reason }
      return (gates.count == 1 ? gates[0].gate : counted(gates.count, "gate")) + ": " + reason
    }
    return lines + results.compactMap(\.power)
  }
}

extension GateResult {
  fileprivate var evidence: String {
    guard let tier else { return "-" }
    return interval.map { "\(tier.rawValue), \($0.method.rawValue)" } ?? tier.title
  }

  /// What so many rows could have shown, where they showed nothing.
  fileprivate var power: String? {
    guard verdict == .inconclusive, let smallestDifference else { return nil }
    return "\(gate): so many rows show a difference of \(smallestDifference.rounded(toPlaces: 4))"
      + " four times in five, and a smaller one less often"
  }
}
