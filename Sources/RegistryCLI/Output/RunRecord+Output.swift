import Registry

extension RunRecord {
  /// All about one run, on a screen or two.
  func text(style: TextStyle) -> String {
    let sections = [factText, parameterText(style), metricText(style), curveText(style)]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var factText: String {
    let facts: [(String, String?)] = [
      ("run", id.description),
      ("status", status.rawValue),
      ("error", error),
      ("name", name),
      ("model", modelFamily),
      (
        "created",
        "\(createdAt)" + (user.map { " by \($0)" } ?? "") + (host.map { " on \($0)" } ?? "")
      ),
      ("duration", durationText),
      ("data", dataText),
      ("seed", seed.map(String.init)),
      ("code", codeVersion),
      ("registry", release),
      ("part of", parent?.description),
      ("rows", resource.map { "\($0.rounded(toPlaces: 4)) of the training rows" }),
      ("tags", tags.joined(separator: ", ")),
      ("notes", notes),
    ]
    return facts.reduce(into: "") { text, fact in
      guard let value = fact.1, !value.isEmpty else { return }
      text += "\(fact.0.padded(to: 9))  \(value.escapedForTerminal)\n"
    }
  }

  private var dataText: String? {
    let digest = dataSHA256.map { "sha256 \($0)" }
    return dataFile.map { file in digest.map { "\(file), \($0)" } ?? file } ?? digest
  }

  private func parameterText(_ style: TextStyle) -> String {
    guard !parameters.members.isEmpty else { return "" }
    var table = TextTable([.init("PARAMETER"), .init("VALUE")])
    for member in parameters.members { table.add([member.key, member.value.shortText]) }
    return table.text(style: style)
  }

  private func metricText(_ style: TextStyle) -> String {
    metrics.places.isEmpty ? "" : metrics.table(style: style)
  }

  private func curveText(_ style: TextStyle) -> String {
    guard !curves.isEmpty else { return "" }
    var table = TextTable([
      .init("CURVE"), .init("ITERATIONS", .right), .init("FIRST", .right), .init("BEST", .right),
      .init("AT", .right), .init("LAST", .right), .init(""),
    ])
    for curve in curves {
      table.add([
        curve.name, String(curve.values.count), Self.text(curve.values.first),
        Self.text(curve.best?.value), curve.best.map { String($0.iteration) } ?? "-",
        Self.text(curve.values.last), Sparkline.text(curve.values),
      ])
    }
    return table.text(style: style)
  }

  private static func text(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? $0.shortened : nil } ?? "-"
  }
}
