/// The lengths of a tensor's axes, or of some of them.
///
/// Source: ONNX operators, `Shape`.
struct ShapeOperator: ONNXOperator {
  private let start: Int64
  private let end: Int64

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    let hasBounds = attributes.version >= 15
    start = hasBounds ? try attributes.int("start") ?? 0 : 0
    end = hasBounds ? try attributes.int("end") ?? .max : .max
  }

  func outputTypes(for inputs: [ElementType], node: String) -> [ElementType] { [.int64] }

  func run(_ inputs: [Tensor], node: String) -> [Tensor] {
    let shape = inputs[0].shape
    let rank = Int64(shape.count)
    func place(_ number: Int64) -> Int {
      Int(min(max(number < 0 ? number + rank : number, 0), rank))
    }
    let lengths = shape[place(start)..<max(place(start), place(end))].map(Int64.init)
    return [Tensor(.int64s(lengths), shape: [lengths.count])]
  }
}
