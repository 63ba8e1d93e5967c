internal import Registry

/// What the columns looked like in training, in the form of `feature_profile.json`.
struct FeatureProfile {
  /// Levels beyond these are counted together.
  static let maximumLevels = 100
  /// In how many bins of equal frequency numbers are counted.
  static let binCount = 10

  let table: Table

  var json: JSONValue {
    let features = table.columns.map {
      JSONObject.Member(key: $0.name, value: .object(Self.profile($0)))
    }
    return .object([
      "n_rows": .integer(table.rowCount),
      "features": .object(JSONObject(distinctMembers: features)),
    ])
  }

  private static func profile(_ column: Column) -> JSONObject {
    var profile: JSONObject = ["type": .string(column.type.rawValue)]
    switch column.values {
    case .numbers(let numbers):
      let present = numbers.filter { !$0.isNaN }.sorted()
      profile["missing_rate"] = share(numbers.count - present.count, of: numbers.count)
      if !present.isEmpty { add(numbers: present, to: &profile) }
    case .categories(let codes, let levels):
      profile["missing_rate"] = share(codes.count { $0 < 0 }, of: codes.count)
      add(codes: codes, levels: levels, to: &profile)
    }
    return profile
  }

  private static func add(numbers sorted: [Double], to profile: inout JSONObject) {
    let count = Double(sorted.count)
    let mean = sorted.reduce(0, +) / count
    let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    profile["mean"] = .double(mean)
    profile["std"] = .double(variance.squareRoot())
    profile["min"] = .double(sorted[0])
    profile["max"] = .double(sorted[sorted.count - 1])
    var edges: [Double] = []
    for bin in 1..<binCount {
      let edge = sorted[bin * sorted.count / binCount]
      if edges.last != edge { edges.append(edge) }
    }
    profile["bin_edges"] = .array(edges.map(JSONValue.double))
    profile["bin_proportions"] = proportions(sorted, edges: edges)
  }

  private static func add(codes: [Int32], levels: [String], to profile: inout JSONObject) {
    var counts = [Int](repeating: 0, count: levels.count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    let order = counts.indices.filter { counts[$0] > 0 }.sorted {
      counts[$0] != counts[$1]
        ? counts[$0] > counts[$1] : levels[$0].utf8.lexicographicallyPrecedes(levels[$1].utf8)
    }
    var listed = JSONObject()
    for code in order.prefix(maximumLevels) {
      listed[levels[code]] = share(counts[code], of: codes.count)
    }
    let others = order.dropFirst(maximumLevels).reduce(0) { $0 + counts[$1] }
    profile["levels"] = .object(listed)
    profile["other_rate"] = share(others, of: codes.count)
  }
}
