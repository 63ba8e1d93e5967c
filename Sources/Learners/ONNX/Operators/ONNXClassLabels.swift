/// The labels of a classifier, in the order of its scores: whole numbers or texts.
enum ONNXClassLabels: Sendable {
  case integers([Int64])
  case texts([String])

  /// - Throws: ``LearnerError/brokenONNX(_:)`` unless the node has labels of exactly one kind.
  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let integers = try attributes.ints("classlabels_ints") ?? []
    let texts = try attributes.strings("classlabels_strings") ?? []
    guard integers.isEmpty != texts.isEmpty else { throw attributes.misfit("classlabels_ints") }
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
