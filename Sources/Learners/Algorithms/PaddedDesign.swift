/// A design matrix laid out for fitting: the intercept as one more number that is 1, the numbers
/// of a row in whole SIMD groups, and a missing one-hot feature as a slot of its own.
///
/// A vector over it has ``width`` entries: the numeric features, the intercept, zeros up to a whole
/// group, the one-hot features, and the slot of the rows that set none. The padding and that slot
/// are dead: their coefficients stay 0.
struct PaddedDesign: Sendable {
  typealias Group = SIMD4<Double>

  let rowCount: Int
  /// The numeric features and the intercept, in groups a row: `rowCount` × `groupCount`.
  let dense: [Group]
  let groupCount: Int
  /// Row by row, the entry that each categorical column sets, counted from the first one-hot entry.
  let slots: [Int32]
  let slotColumnCount: Int
  /// How many one-hot entries there are, the slot for none included.
  let slotCount: Int
  /// How many numeric features there are, the intercept not counted.
  let denseCount: Int

  /// How many entries a vector has before the one-hot ones.
  var paddedDenseCount: Int { groupCount * Group.scalarCount }
  /// How many entries a vector has.
  var width: Int { paddedDenseCount + slotCount }
  /// Where the intercept stands in a vector.
  var interceptIndex: Int { denseCount }

  /// - Complexity: O(rows × columns); copies the matrix.
  init(_ design: DesignMatrix) {
    rowCount = design.rowCount
    denseCount = design.denseCount
    groupCount = (design.denseCount + Group.scalarCount) / Group.scalarCount
    slotColumnCount = design.categoricalCount
    let none = Int32(design.featureCount - design.denseCount)
    slotCount = Int(none) + 1
    let offset = Int32(design.denseCount)
    slots = design.codes.map { $0 < 0 ? none : $0 - offset }
    dense = Self.groups(of: design, groupCount: groupCount)
  }

  private static func groups(of design: DesignMatrix, groupCount: Int) -> [Group] {
    let count = design.denseCount
    var groups = [Group](repeating: .zero, count: design.rowCount * groupCount)
    design.dense.withUnsafeBufferPointer { numbers in
      for row in 0..<design.rowCount {
        for feature in 0..<count {
          groups[row * groupCount + feature / 4][feature % 4] = numbers[row * count + feature]
        }
        groups[row * groupCount + count / 4][count % 4] = 1
      }
    }
    return groups
  }

  /// The largest absolute value of each entry's column: what a gradient is measured against.
  func largestValues() -> [Double] {
    var largest = [Group](repeating: .zero, count: groupCount)
    for row in 0..<rowCount {
      for group in 0..<groupCount {
        let value = dense[row * groupCount + group]
        let size = value.replacing(with: -value, where: value .< 0)
        largest[group].replace(with: size, where: size .> largest[group])
      }
    }
    let flat = largest.flatMap { [$0[0], $0[1], $0[2], $0[3]] }
    return flat + [Double](repeating: 1, count: slotCount)
  }

  /// A vector over the features and the intercept, spread out.
  func padded(coefficients: [Double], intercept: Double) -> [Double] {
    var vector = [Double](repeating: 0, count: width)
    for (feature, value) in coefficients.enumerated() { vector[index(ofFeature: feature)] = value }
    vector[interceptIndex] = intercept
    return vector
  }

  /// The coefficients in a spread-out vector, one a feature.
  func coefficients(in vector: [Double]) -> [Double] {
    (0..<denseCount + slotCount - 1).map { vector[index(ofFeature: $0)] }
  }

  private func index(ofFeature feature: Int) -> Int {
    feature < denseCount ? feature : feature - denseCount + paddedDenseCount
  }
}
