/// The sets of levels that trees ask a text column for, each once: a feature of 1 for the levels in the
/// set and 0 for the others.
///
/// ONNX compares numbers only, and its trees may not share children: a chain of tests, one a level, would
/// copy what is below it.
struct MembershipFeatures {
  let column: CategoricalInput
  private(set) var sets: [BinSet] = []
  private var places: [BinSet: Int] = [:]

  init(_ column: CategoricalInput) { self.column = column }

  mutating func insert(_ set: BinSet) {
    guard places[set] == nil else { return }
    places[set] = sets.count
    sets.append(set)
  }

  /// Which feature tells of a set that was put in.
  func place(of set: BinSet) -> Int {
    guard let place = places[set] else { preconditionFailure("the sets of all trees were put in") }
    return place
  }

  /// The features of each level, row by row; the last row is for every other text, the empty one too.
  var matrix: [Float] {
    (0...column.levels.count).flatMap { bin in sets.map { $0.contains(bin) ? 1 : 0 } }
  }
}
