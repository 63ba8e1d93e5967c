import Registry

extension RunComparison {
  /// A table for each section; what is not the same everywhere is marked with `*`.
  func text(style: TextStyle) -> String {
    Section.allCases.compactMap { section in
      let rows = rows.filter { $0.section == section }
      return rows.isEmpty ? nil : text(of: rows, under: section.rawValue.uppercased(), style)
    }.joined(separator: "\n")
  }

  private func text(of rows: [Row], under title: String, _ style: TextStyle) -> String {
    let alignment: TextTable.Alignment = rows.first?.section == .metric ? .right : .left
    var table = TextTable(
      [.init(" "), .init(title)] + runs.map { .init($0.id.description, alignment) })
    for row in rows {
      table.add(
        [row.differs ? "*" : "", row.name] + row.values.map { Self.text($0, in: row.section) })
    }
    return table.text(style: style)
  }

  private static func text(_ value: JSONValue?, in section: Section) -> String {
    guard let value else { return "-" }
    // What was set is told to the last digit: a rate may be small.
    return section == .metric ? value.doubleValue?.shortened ?? "-" : value.shortText
  }

  var json: JSONValue {
    .object([
      "runs": .array(runs.map { .string($0.id.description) }),
      "rows": .array(
        rows.map { row in
          .object([
            "section": .string(row.section.rawValue), "name": .string(row.name),
            "values": .array(row.values.map { $0 ?? .null }), "differs": .bool(row.differs),
          ])
        }),
    ])
  }
}
