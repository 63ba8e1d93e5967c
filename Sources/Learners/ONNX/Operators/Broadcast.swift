/// How the elements of tensors meet: axes are lined up from the last one, and one of length 1 is
/// repeated.
///
/// Source: ONNX, *Broadcasting in ONNX*, which is NumPy's.
struct Broadcast {
  /// The shape of what comes out.
  let shape: [Int]
  private let count: Int
  /// By how much the position in each tensor goes on along each axis.
  private let steps: [[Int]]

  /// - Throws: ``LearnerError/brokenONNX(_:)`` when an axis differs in length and none is 1.
  init(_ shapes: [[Int]], node: String) throws(LearnerError) {
    let rank = shapes.reduce(0) { max($0, $1.count) }
    let lengths = shapes.map { Array(repeating: 1, count: rank - $0.count) + $0 }
    var shape = Array(repeating: 1, count: rank)
    for axis in 0..<rank {
      for length in lengths.map({ $0[axis] }) where length != 1 {
        guard shape[axis] == 1 || shape[axis] == length else {
          throw .brokenONNX(.node(node, .inputShapes(Array(shapes.prefix(8)))))
        }
        shape[axis] = length
      }
    }
    self.shape = shape
    count = try Tensor.boundedCount(of: shape, node: node)
    steps = lengths.map { lengths in
      zip(lengths, Tensor.strides(of: lengths)).map { $0 == 1 ? 0 : $1 }
    }
  }

  /// The combination of every two elements of the first two tensors that meet.
  func map<Element, Answer>(
    _ left: [Element], _ right: [Element], _ combine: (Element, Element) -> Answer
  ) -> [Answer] {
    if count == 0 { return [] }
    if left.count == count, right.count == count { return zip(left, right).map(combine) }
    if left.count == count, right.count == 1 { return left.map { combine($0, right[0]) } }
    if right.count == count, left.count == 1 { return right.map { combine(left[0], $0) } }
    return zip(places(0), places(1)).map { combine(left[$0], right[$1]) }
  }

  /// The elements of a tensor, one of those that meet, where all of them do.
  func spread(_ elements: Tensor.Elements, of tensor: Int) -> Tensor.Elements {
    elements.count == count ? elements : elements.picked(places(tensor))
  }

  private func places(_ tensor: Int) -> StridedPlaces {
    StridedPlaces(shape, steps: steps[tensor])
  }
}
