/// Turns texts and numbers into others by a table.
///
/// Of two equal keys the first holds, and what is not a number is a key since operator set 4 only, as in
/// onnxruntime.
///
/// Source: ONNX operators, `ai.onnx.ml.LabelEncoder`: a list of texts and their places in operator set 1,
/// keys and values in lists since 2, or in tensors since 4.
struct LabelEncoderOperator: ONNXOperator {
  /// One table, or in operator set 1 one for either direction.
  private let tables: [ValueTable]

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    if attributes.version < 2 {
      let texts = try attributes.strings("classes_strings")
      tables = try Self.places(
        of: try attributes.required(texts, "classes_strings"), &attributes)
      return
    }
    let keys = try Self.list("keys", &attributes)
    let values = try Self.list("values", &attributes)
    let otherwise = try Self.defaults(&attributes)
    guard keys.count == values.count else { throw attributes.misfit("values") }
    tables = [
      ValueTable(
        keys: keys, values: try otherwise.appended(to: values, attributes),
        findsNaN: attributes.version >= 4)
    ]
  }

  private static func places(
    of texts: [String], _ attributes: inout ONNXNodeAttributes
  ) throws(LearnerError) -> [ValueTable] {
    let otherwise = try defaults(&attributes)
    let places = Tensor.Elements.int64s(texts.indices.map(Int64.init))
    return [
      ValueTable(
        keys: .strings(texts: texts), values: try otherwise.appended(to: places, attributes)),
      ValueTable(
        keys: places,
        values: try otherwise.appended(to: .strings(texts: texts), attributes)),
    ]
  }

  /// The one list of keys or of values that there is.
  private static func list(
    _ name: String, _ attributes: inout ONNXNodeAttributes
  ) throws(LearnerError) -> Tensor.Elements {
    var lists: [Tensor.Elements] = []
    if let tensor = try attributes.tensor("\(name)_tensor") { lists.append(tensor.elements) }
    if let texts = try attributes.strings("\(name)_strings") {
      lists.append(.strings(texts: texts))
    }
    if let integers = try attributes.ints("\(name)_int64s") { lists.append(.int64s(integers)) }
    if let floats = try attributes.floats("\(name)_floats") { lists.append(.floats(floats)) }
    guard lists.count == 1, lists[0].type != .bool else {
      throw .brokenONNX(.node(attributes.node, .missingAttribute(name)))
    }
    return lists[0]
  }

  /// What stands for everything that is no key, by the type of the values.
  private struct Defaults {
    let tensor: Tensor?
    let text: String
    let integer: Int64
    let float: Float

    func appended(
      to values: Tensor.Elements, _ attributes: ONNXNodeAttributes
    ) throws(LearnerError) -> Tensor.Elements {
      guard tensor.map({ $0.elements.type == values.type && $0.elements.count == 1 }) ?? true
      else { throw attributes.misfit("default_tensor") }
      switch (values, tensor?.elements) {
      case (.floats(let list), .floats(let one)): return .floats(list + one)
      case (.floats(let list), _): return .floats(list + [float])
      case (.doubles(let list), .doubles(let one)): return .doubles(list + one)
      case (.doubles(let list), _): return .doubles(list + [-0.0])
      case (.int64s(let list), .int64s(let one)): return .int64s(list + one)
      case (.int64s(let list), _): return .int64s(list + [integer])
      case (.strings(let codes, let levels), .strings(let code, let text)):
        let last: [Int32] = code[0] < 0 ? [-1] : [Int32(clamping: levels.count) + code[0]]
        return .strings(codes: codes + last, levels: levels + text)
      case (.strings(let codes, let levels), _):
        return .strings(codes: codes + [Int32(clamping: levels.count)], levels: levels + [text])
      case (.bools, _): throw attributes.misfit("values_tensor")
      }
    }
  }

  private static func defaults(
    _ attributes: inout ONNXNodeAttributes
  ) throws(LearnerError) -> Defaults {
    Defaults(
      tensor: try attributes.tensor("default_tensor"),
      text: try attributes.string("default_string") ?? "_Unused",
      integer: try attributes.int("default_int64") ?? -1,
      float: try attributes.float("default_float") ?? -0.0)
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    guard let table = tables.first(where: { $0.keyType == inputs[0] }) else {
      throw .brokenONNX(.node(node, .inputType(inputs[0].name)))
    }
    return [table.valueType]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    guard let table = tables.first(where: { $0.keyType == inputs[0].elements.type }) else {
      throw inputs[0].typeError(node: node)
    }
    return [Tensor(try table.values(of: inputs[0], node: node), shape: inputs[0].shape)]
  }
}
