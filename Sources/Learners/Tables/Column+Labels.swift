extension Column {
  /// The column as labels: what spells a number with spaces around it is that number without them, as in
  /// pandas, where ` 1` and `1` are one.
  var asLabels: Column {
    guard case .categories(let codes, let levels) = values else { return self }
    let spelled = levels.map(Self.label)
    guard spelled != levels else { return self }
    var places: [UTF8Key: Int32] = [:]
    var distinct: [String] = []
    let place = spelled.map { label in
      if let place = places[UTF8Key(label)] { return place }
      let place = Int32(distinct.count)
      places[UTF8Key(label)] = place
      distinct.append(label)
      return place
    }
    return Column(
      name: name, type: type,
      values: .categories(codes: codes.map { $0 < 0 ? $0 : place[Int($0)] }, levels: distinct))
  }

  private static func label(_ level: String) -> String {
    guard level.hasPrefix(" ") || level.hasSuffix(" ") else { return level }
    let text = level.drop { $0 == " " }
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    let trimmed = String(text[..<end])
    return LabelText.number(trimmed) == nil ? level : trimmed
  }
}
