/// The attributes of one node, handed out by name and type.
///
/// What nobody asks for is refused at the end, so an operator need not list what it does not know.
struct ONNXNodeAttributes {
  /// What to call the node in messages.
  let node: String
  /// The version of the operator set that the node is of.
  let version: Int64
  /// Which inputs are given: an optional one may be left out between others.
  let givenInputs: [Bool]
  /// How many outputs the node has.
  let outputCount: Int
  /// The element types of those that are given.
  let inputTypes: [ElementType]

  private var rest: [UTF8Key: ONNXAttribute] = [:]

  init(
    _ node: ONNXNode, label: String, version: Int64, inputTypes: [ElementType]
  ) throws(LearnerError) {
    self.inputTypes = inputTypes
    self.node = label
    self.version = version
    givenInputs = node.inputs.map { !$0.isEmpty }
    outputCount = node.outputs.count
    for attribute in node.attributes {
      guard let name = attribute.name else {
        throw .brokenONNX(.missing("name of an attribute of '\(label)'"))
      }
      guard rest.updateValue(attribute, forKey: UTF8Key(name)) == nil else {
        throw .brokenONNX(.twice("attributes of '\(label)'", name))
      }
    }
  }

  /// Where an input stands among those that are given; `nil` when it is left out.
  func place(ofInput number: Int) -> Int? {
    guard givenInputs.indices.contains(number), givenInputs[number] else { return nil }
    return givenInputs[..<number].count { $0 }
  }

  /// Whether there is such an attribute that nobody asked for yet.
  func has(_ name: String) -> Bool { rest[UTF8Key(name)] != nil }

  mutating func float(_ name: String) throws(LearnerError) -> Float? {
    guard let content = try take(name, type: 1) else { return nil }
    // A number that is there without its content is zero, as in Protocol Buffers.
    if case .float(let value) = content { return value }
    return 0
  }

  mutating func int(_ name: String) throws(LearnerError) -> Int64? {
    guard let content = try take(name, type: 2) else { return nil }
    if case .int(let value) = content { return value }
    return 0
  }

  mutating func string(_ name: String) throws(LearnerError) -> String? {
    guard let content = try take(name, type: 3) else { return nil }
    if case .string(let value) = content { return value }
    return ""
  }

  mutating func floats(_ name: String) throws(LearnerError) -> [Float]? {
    guard let content = try take(name, type: 6) else { return nil }
    if case .floats(let values) = content { return values }
    return []
  }

  mutating func ints(_ name: String) throws(LearnerError) -> [Int64]? {
    guard let content = try take(name, type: 7) else { return nil }
    if case .ints(let values) = content { return values }
    return []
  }

  /// A constant that an attribute holds, checked.
  mutating func tensor(_ name: String) throws(LearnerError) -> Tensor? {
    try content(ofTensor: name)?.tensor()
  }

  /// A list of bytes that an attribute holds.
  mutating func bytes(_ name: String) throws(LearnerError) -> [Int64]? {
    try content(ofTensor: name)?.byteList()
  }

  private mutating func content(ofTensor name: String) throws(LearnerError) -> ONNXTensor? {
    guard let content = try take(name, type: 4) else { return nil }
    guard case .tensor(let tensor) = content else {
      throw .brokenONNX(.node(node, .attributeType(name)))
    }
    return tensor
  }

  mutating func strings(_ name: String) throws(LearnerError) -> [String]? {
    guard let content = try take(name, type: 8) else { return nil }
    if case .strings(let values) = content { return values }
    return []
  }

  /// The value, or an error when the attribute is not there.
  func required<Value>(_ value: Value?, _ name: String) throws(LearnerError) -> Value {
    guard let value else { throw .brokenONNX(.node(node, .missingAttribute(name))) }
    return value
  }

  /// The error for an attribute whose length or value does not fit.
  func misfit(_ name: String) -> LearnerError {
    .brokenONNX(.node(node, .attributeValue(name)))
  }

  /// Ends the reading.
  ///
  /// - Throws: ``LearnerError/brokenONNX(_:)`` when an attribute was not asked for.
  func finish() throws(LearnerError) {
    guard let name = rest.keys.map(\.text).min() else { return }
    throw .brokenONNX(.node(node, .unknownAttribute(name)))
  }

  private mutating func take(
    _ name: String, type: Int32
  ) throws(LearnerError) -> ONNXAttribute.Content? {
    guard let attribute = rest.removeValue(forKey: UTF8Key(name)) else { return nil }
    let found = attribute.content.type
    guard attribute.type == type, found == type || found == 0 else {
      throw .brokenONNX(.node(node, .attributeType(name)))
    }
    return attribute.content
  }
}
