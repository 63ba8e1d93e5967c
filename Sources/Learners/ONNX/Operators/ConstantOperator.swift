/// A value that the node itself holds.
///
/// Source: ONNX operators, `Constant`.
struct ConstantOperator: ONNXOperator {
  private let tensor: Tensor

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    if let value = try attributes.tensor("value") {
      tensor = value
    } else if let float = try attributes.float("value_float") {
      tensor = Tensor(.floats([float]), shape: [])
    } else if let floats = try attributes.floats("value_floats") {
      tensor = Tensor(.floats(floats), shape: [floats.count])
    } else if let int = try attributes.int("value_int") {
      tensor = Tensor(.int64s([int]), shape: [])
    } else if let ints = try attributes.ints("value_ints") {
      tensor = Tensor(.int64s(ints), shape: [ints.count])
    } else if let string = try attributes.string("value_string") {
      tensor = Tensor(.strings(texts: [string]), shape: [])
    } else {
      let strings = try attributes.required(try attributes.strings("value_strings"), "value")
      tensor = Tensor(.strings(texts: strings), shape: [strings.count])
    }
  }

  func origin(of input: ONNXClassOrigin?) -> ONNXClassOrigin? {
    ONNXClassOrigin(constant: tensor)
  }

  var rowLength: Int { tensor.shape.last ?? 1 }

  func outputTypes(for inputs: [ElementType], node: String) -> [ElementType] {
    [tensor.elements.type]
  }

  func run(_ inputs: [Tensor], node: String) -> [Tensor] { [tensor] }
}
