extension ONNXAttribute {
  mutating func mergeContent(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 2: try replace(with: .float(try reader.float(tag)), reader.offset)
    case 3: try replace(with: .int(try reader.int64(tag)), reader.offset)
    case 4: try replace(with: .string(try reader.string(tag)), reader.offset)
    case 5:
      var tensor: ONNXTensor?
      if case .tensor(let before) = try take(type: 4, reader.offset) { tensor = before }
      try reader.merge(tag, into: &tensor)
      if let tensor { content = .tensor(tensor) }
    case 6:
      var graph: ONNXGraph?
      if case .graph(let before) = try take(type: 5, reader.offset) { graph = before }
      try reader.merge(tag, into: &graph)
      if let graph { content = .graph(graph) }
    default: try appendContent(tag, from: &reader)
    }
  }

  private mutating func appendContent(
    _ tag: ProtobufTag, from reader: inout ProtobufReader
  ) throws(LearnerError) {
    switch tag.field {
    case 7:
      var list: [Float] = []
      if case .floats(let before) = try take(type: 6, reader.offset) { list = before }
      try reader.append(tag, to: &list)
      content = .floats(list)
    case 8:
      var list: [Int64] = []
      if case .ints(let before) = try take(type: 7, reader.offset) { list = before }
      try reader.append(tag, to: &list)
      content = .ints(list)
    case 9:
      var list: [String] = []
      if case .strings(let before) = try take(type: 8, reader.offset) { list = before }
      repeat { list.append(try reader.string(tag)) } while reader.another(tag)
      content = .strings(list)
    case 10:
      var list: [ONNXTensor] = []
      if case .tensors(let before) = try take(type: 9, reader.offset) { list = before }
      try reader.append(tag, to: &list)
      content = .tensors(list)
    case 11:
      var list: [ONNXGraph] = []
      if case .graphs(let before) = try take(type: 10, reader.offset) { list = before }
      try reader.append(tag, to: &list)
      content = .graphs(list)
    default: try reader.skip(tag)
    }
  }

  /// The content so far, moved out: while a list grows it must have one owner, or every element
  /// added would copy all those before it.
  private mutating func take(type: Int32, _ offset: Int) throws(LearnerError) -> Content {
    let before = content
    guard before.type == 0 || before.type == type else {
      throw .brokenONNX(.bytes(.twoContents, offset: offset))
    }
    content = .absent
    return before
  }

  private mutating func replace(with new: Content, _ offset: Int) throws(LearnerError) {
    _ = try take(type: new.type, offset)
    content = new
  }

  func encodeContent(into writer: inout ProtobufWriter) {
    switch content {
    case .absent: break
    case .float(let value): writer.float(2, value)
    case .int(let value): writer.int(3, value)
    case .string(let value): writer.string(4, value)
    case .tensor(let value): writer.message(5, value)
    case .graph(let value): writer.message(6, value)
    case .floats(let values): writer.floats(7, values)
    case .ints(let values): writer.ints(8, values)
    case .strings(let values): writer.strings(9, values)
    case .tensors(let values): writer.messages(10, values)
    case .graphs(let values): writer.messages(11, values)
    }
  }
}
