import Registry
import Testing

@testable import Learners

@Suite struct `The profile of a feature` {
  private func profile(_ column: Column) throws -> String {
    let table = Table(columns: [column], rowCount: column.count)
    let feature = try #require(FeatureProfile(table: table).json["features"]?[column.name])
    return String(decoding: feature.compactText, as: UTF8.self)
  }

  /// Counted by hand: 1 2 3 4 with a gap; the squared distances from 2.5 add up to 5.
  @Test func `of numbers has their spread, and bins that end where a tenth of them ends`() throws {
    let column = Column(name: "x", type: .real, values: .numbers([4, .nan, 2, 1, 3]))
    #expect(
      try profile(column) == """
        {"type": "float64", "missing_rate": 0.2, "mean": 2.5, "std": 1.118033988749895, \
        "min": 1.0, "max": 4.0, "bin_edges": [1.0, 2.0, 3.0, 4.0], \
        "bin_proportions": [0.0, 0.25, 0.25, 0.25, 0.25]}
        """)
  }

  @Test func `of twenty numbers has ten bins of two`() throws {
    let numbers = (0..<20).map { Double((7 * $0) % 20) }
    let json = FeatureProfile(
      table: Table(
        columns: [Column(name: "x", type: .integer, values: .numbers(numbers))], rowCount: 20)
    ).json
    let feature = try #require(json["features"]?["x"])
    #expect(
      feature["bin_edges"]?.arrayValue?.map(\.doubleValue) == [2, 4, 6, 8, 10, 12, 14, 16, 18])
    #expect(
      feature["bin_proportions"]?.arrayValue?.map(\.doubleValue)
        == Array(repeating: 0.1, count: 10))
    #expect(json["n_rows"] == 20)
  }

  @Test func `of one value has one edge, with all above it`() throws {
    let column = Column(name: "x", type: .boolean, values: .numbers([1, 1, 1]))
    #expect(
      try profile(column) == """
        {"type": "bool", "missing_rate": 0.0, "mean": 1.0, "std": 0.0, "min": 1.0, "max": 1.0, \
        "bin_edges": [1.0], "bin_proportions": [0.0, 1.0]}
        """)
  }

  @Test func `without any number says that all are missing, and no more`() throws {
    let column = Column(name: "x", type: .real, values: .numbers([.nan, .nan]))
    #expect(try profile(column) == #"{"type": "float64", "missing_rate": 1.0}"#)
  }

  @Test func `of text has the share of each level, the commonest first, then by name`() throws {
    let column = Column(
      name: "job", type: .categorical,
      values: .categories(codes: [0, 1, 1, -1, 2], levels: ["b", "c", "a", "unused"]))
    #expect(
      try profile(column) == """
        {"type": "object", "missing_rate": 0.2, "levels": {"c": 0.4, "a": 0.2, "b": 0.2}, \
        "other_rate": 0.0}
        """)
  }

  @Test func `of text counts all levels beyond a hundred together`() throws {
    let levels = (0..<120).map { "level \($0)" }
    let codes = (0..<120).map { Int32($0) } + [119]
    let json = FeatureProfile(
      table: Table(
        columns: [
          Column(name: "x", type: .categorical, values: .categories(codes: codes, levels: levels))
        ], rowCount: 121)
    ).json
    let feature = try #require(json["features"]?["x"])
    #expect(feature["levels"]?.objectValue?.members.count == 100)
    #expect(feature["levels"]?.objectValue?.keys.first == "level 119")
    #expect(feature["other_rate"]?.doubleValue == 20.0 / 121)
  }
}

@Suite struct `The profile of scores` {
  /// Counted by hand; 0.5 and 0.9 belong to the bin above, and to the positive ones.
  @Test func `has ten bins of one tenth and the share of positives`() {
    let profile = ScoreProfile(probabilities: [0, 0.05, 0.5, 0.9, 1], threshold: 0.5)
    let text = String(decoding: profile.json.compactText, as: UTF8.self)
    #expect(
      text == """
        {"n_rows": 5, "mean": 0.49000000000000005, "std": 0.41521078984053394, \
        "threshold": 0.5, "positive_rate": 0.6, \
        "bin_edges": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], \
        "bin_proportions": [0.4, 0.0, 0.0, 0.0, 0.0, 0.2, 0.0, 0.0, 0.0, 0.4]}
        """)
  }
}
