/// What picking along an axis has in common.
extension Tensor {
  /// Numbers as places along an axis; `stated` are those that the model or the batch gave.
  ///
  /// - Throws: ``LearnerError/unfitONNXInput(_:)`` for a number that is none.
  func picks(
    _ numbers: [Int64], axis: Int, stated: Tensor, node: String
  ) throws(LearnerError) -> [Int] {
    let length = Int64(shape[axis])
    guard let bad = numbers.firstIndex(where: { $0 < 0 || $0 >= length }) else {
      return numbers.map { Int($0) }
    }
    throw .unfitONNXInput(
      .unknownCategory(try stated.int64s(node: node)[bad], node: node))
  }

  /// The elements at places along an axis.
  func gathered(_ picks: [Int], axis: Int) -> Elements {
    let (outer, inner) = lengths(around: axis)
    let length = shape[axis]
    func picked<Element>(_ elements: [Element]) -> [Element] {
      var all: [Element] = []
      all.reserveCapacity(outer * picks.count * inner)
      for block in 0..<outer {
        for pick in picks {
          let start = (block * length + pick) * inner
          if inner == 1 {
            all.append(elements[start])
          } else {
            all.append(contentsOf: elements[start..<(start + inner)])
          }
        }
      }
      return all
    }
    return switch elements {
    case .floats(let floats): .floats(picked(floats))
    case .doubles(let doubles): .doubles(picked(doubles))
    case .int64s(let int64s): .int64s(picked(int64s))
    case .bools(let bools): .bools(picked(bools))
    case .strings(let codes, let levels): .strings(codes: picked(codes), levels: levels)
    }
  }
}
