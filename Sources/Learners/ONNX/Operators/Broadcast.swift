/// How the elements of two tensors meet: axes are lined up from the last one, and one of length 1 is
/// repeated.
///
/// Source: ONNX, *Broadcasting in ONNX*, which is NumPy's.
struct Broadcast {
  /// The shape of what comes out.
  let shape: [Int]
  private let count: Int
  /// By how much the position in either tensor goes on along each axis.
  private let steps: (left: [Int], right: [Int])

  /// - Throws: ``LearnerError/brokenONNX(_:)`` when an axis differs in length and neither is 1.
  init(_ left: Tensor, _ right: Tensor, node: String) throws(LearnerError) {
    let rank = max(left.shape.count, right.shape.count)
    let lengths = [left, right].map { Array(repeating: 1, count: rank - $0.shape.count) + $0.shape }
    var shape: [Int] = []
    for (first, second) in zip(lengths[0], lengths[1]) {
      guard first == second || first == 1 || second == 1 else {
        throw .brokenONNX(.node(node, .inputShapes([left.shape, right.shape])))
      }
      shape.append(first == 1 ? second : first)
    }
    self.shape = shape
    count = try Tensor.boundedCount(of: shape, node: node)
    steps = (Self.steps(lengths[0]), Self.steps(lengths[1]))
  }

  private static func steps(_ lengths: [Int]) -> [Int] {
    var step = 1
    var steps: [Int] = []
    for length in lengths.reversed() {
      steps.append(length == 1 ? 0 : step)
      step *= length
    }
    return steps.reversed()
  }

  /// The combination of every two elements that meet.
  func map<Element, Answer>(
    _ left: [Element], _ right: [Element], _ combine: (Element, Element) -> Answer
  ) -> [Answer] {
    if count == 0 { return [] }
    if left.count == count, right.count == count { return zip(left, right).map(combine) }
    if left.count == count, right.count == 1 { return left.map { combine($0, right[0]) } }
    if right.count == count, left.count == 1 { return right.map { combine(left[0], $0) } }
    var place = [Int](repeating: 0, count: shape.count)
    var (first, second) = (0, 0)
    return (0..<count).map { _ in
      defer { advance(&place, &first, &second) }
      return combine(left[first], right[second])
    }
  }

  /// Goes on to the next element, as the digits of a counter do.
  private func advance(_ place: inout [Int], _ first: inout Int, _ second: inout Int) {
    for axis in place.indices.reversed() {
      place[axis] += 1
      first += steps.left[axis]
      second += steps.right[axis]
      if place[axis] < shape[axis] { return }
      first -= steps.left[axis] * shape[axis]
      second -= steps.right[axis] * shape[axis]
      place[axis] = 0
    }
  }
}
