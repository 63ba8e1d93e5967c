/// Cuts ranges out of axes, with a step of any sign; places below 0 count from the end, and what lies
/// outside is cut off.
///
/// Source: ONNX operators, `Slice`.
struct SliceOperator: ONNXOperator {
  /// What older operator sets state as attributes.
  private let stated: (starts: [Int64], ends: [Int64], axes: [Int64]?)?
  /// Which inputs hold axes and steps.
  private let places: (axes: Int?, steps: Int?)

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    places = (attributes.place(ofInput: 3), attributes.place(ofInput: 4))
    let inputs = attributes.givenInputs.count
    guard attributes.version < 10 else {
      stated = nil
      guard inputs >= 3, attributes.place(ofInput: 1) != nil, attributes.place(ofInput: 2) != nil
      else { throw .brokenONNX(.node(attributes.node, .wrongCount(of: "inputs", inputs))) }
      return
    }
    let starts = try attributes.required(try attributes.ints("starts"), "starts")
    let ends = try attributes.required(try attributes.ints("ends"), "ends")
    stated = (starts, ends, try attributes.ints("axes"))
    guard inputs == 1 else {
      throw .brokenONNX(.node(attributes.node, .wrongCount(of: "inputs", inputs)))
    }
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expect(.int64, of: Array(inputs[1...]), node: node)
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let misfit = LearnerError.brokenONNX(.node(node, .inputShapes(inputs.map(\.shape))))
    let starts = if let stated { stated.starts } else { try inputs[1].int64s(node: node) }
    let ends = if let stated { stated.ends } else { try inputs[2].int64s(node: node) }
    var axes = stated?.axes ?? Array(0..<Int64(starts.count))
    if let place = places.axes { axes = try inputs[place].int64s(node: node) }
    var steps = [Int64](repeating: 1, count: axes.count)
    if let place = places.steps { steps = try inputs[place].int64s(node: node) }
    guard starts.count == ends.count, starts.count == axes.count, starts.count == steps.count,
      axes.count <= input.shape.count
    else { throw misfit }
    var (shape, strides, first) = (input.shape, input.strides, 0)
    var seen: Set<Int> = []
    for (index, number) in axes.enumerated() {
      guard let axis = input.axis(number), seen.insert(axis).inserted, steps[index] != 0 else {
        throw misfit
      }
      let range = AxisRange(
        starts[index], ends[index], step: steps[index], length: input.shape[axis])
      first += range.start * strides[axis]
      shape[axis] = range.count
      strides[axis] *= range.step
    }
    let places = StridedPlaces(shape, steps: strides, start: first)
    return [Tensor(input.elements.picked(places), shape: shape)]
  }
}

/// The places that a range of an axis has.
private struct AxisRange {
  let start: Int
  let count: Int
  /// 0 where there are not two places.
  let step: Int

  init(_ start: Int64, _ end: Int64, step: Int64, length: Int) {
    let length = Int64(length)
    let isForward = step > 0
    func place(_ number: Int64) -> Int64 {
      let place = number < 0 ? number + length : number
      return isForward ? min(max(place, 0), length) : min(max(place, -1), length - 1)
    }
    var first = place(start)
    if !isForward { first = max(first, 0) }
    let last = place(end)
    let distance = isForward ? last - first : first - last
    guard length > 0, distance > 0 else {
      (self.start, count, self.step) = (0, 0, 0)
      return
    }
    self.start = Int(first)
    count = Int((distance.magnitude - 1) / step.magnitude + 1)
    self.step = count > 1 ? Int(step) : 0
  }
}
