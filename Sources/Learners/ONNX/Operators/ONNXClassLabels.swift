/// The labels of a classifier, in the order of its scores: whole numbers or texts.
enum ONNXClassLabels: Sendable {
  case integers([Int64])
  case texts([String])

  /// - Parameters:
  ///   - attributes: Of the node.
  ///   - integersName: What the node calls the labels that are whole numbers.
  /// - Throws: ``LearnerError/brokenONNX(_:)`` unless the node has labels of exactly one kind.
  init(
    _ attributes: inout ONNXNodeAttributes, integersName: String = "classlabels_ints"
  ) throws(LearnerError) {
    let integers = try attributes.ints(integersName) ?? []
    let texts = try attributes.strings("classlabels_strings") ?? []
    guard integers.isEmpty != texts.isEmpty else { throw attributes.misfit(integersName) }
    self = integers.isEmpty ? .texts(texts) : .integers(integers)
  }

  var count: Int {
    switch self {
    case .integers(let integers): integers.count
    case .texts(let texts): texts.count
    }
  }

  var type: ElementType {
    switch self {
    case .integers: .int64
    case .texts: .string
    }
  }

  /// The attribute that holds the labels.
  var attribute: String {
    switch self {
    case .integers: "classlabels_ints"
    case .texts: "classlabels_strings"
    }
  }

  /// The labels at `indices`.
  func elements(_ indices: [Int]) -> Tensor.Elements {
    switch self {
    case .integers(let integers): .int64s(indices.map { integers[$0] })
    case .texts(let texts): .strings(codes: indices.map { Int32(clamping: $0) }, levels: texts)
    }
  }
}

/// For each row of scores, where the first of the largest ones stands.
func firstMaxima(_ scores: [Float], classes: Int) -> [Int] {
  stride(from: 0, to: scores.count, by: classes).map { start in
    var best = 0
    for index in 1..<classes where scores[start + index] > scores[start + best] { best = index }
    return best
  }
}
