/// What operators along an axis ask of a tensor.
extension Tensor {
  /// The axis of this number, where -1 is the last; `nil` when there is none.
  func axis(_ number: Int64) -> Int? {
    guard let axis = Int(exactly: number < 0 ? number &+ Int64(shape.count) : number),
      shape.indices.contains(axis)
    else { return nil }
    return axis
  }

  /// How many elements the axes before one have together, and those after it.
  func lengths(around axis: Int) -> (outer: Int, inner: Int) {
    (shape[..<axis].reduce(1, *), shape[(axis + 1)...].reduce(1, *))
  }
}
