/// One typed read for each kind of field that ONNX has.
extension ProtobufReader {
  package mutating func int64(_ tag: ProtobufTag) throws(LearnerError) -> Int64 {
    try expect(.varint, tag)
    return Int64(bitPattern: try varint())
  }

  package mutating func int32(_ tag: ProtobufTag) throws(LearnerError) -> Int32 {
    Int32(truncatingIfNeeded: try int64(tag))
  }

  package mutating func float(_ tag: ProtobufTag) throws(LearnerError) -> Float {
    try expect(.fixed32, tag)
    return Float(bitPattern: try fixed32())
  }

  package mutating func bytes(_ tag: ProtobufTag) throws(LearnerError) -> [UInt8] {
    Array(try content(tag))
  }

  /// Text, which must be UTF-8: a repaired name would be another name.
  package mutating func string(_ tag: ProtobufTag) throws(LearnerError) -> String {
    let start = offset
    let content = try content(tag)
    // ASCII is made text many times faster.
    if content.allSatisfy({ $0 < 0x80 }) { return String(decoding: content, as: UTF8.self) }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .brokenONNX(.bytes(.notUTF8, offset: start))
    }
    return text
  }

  /// Reads a singular message, adding to the piece that is there.
  package mutating func merge<Message: ProtobufMessage>(
    _ tag: ProtobufTag, into slot: inout Message?
  ) throws(LearnerError) {
    var message = slot ?? Message()
    // Without a second owner nothing is copied, so a message in n pieces costs n, not n².
    slot = nil
    try merge(tag, into: &message)
    slot = message
  }

  /// Reads one message of a list.
  package mutating func append<Message: ProtobufMessage>(
    _ tag: ProtobufTag, to list: inout [Message]
  ) throws(LearnerError) {
    var message = Message()
    try merge(tag, into: &message)
    list.append(message)
  }

  // MARK: Lists of numbers, one a field or packed into one

  /// How many numbers get room before they are read.
  private static var mostReserved: Int { 1 << 16 }

  package mutating func append(
    _ tag: ProtobufTag, to list: inout [Int64]
  ) throws(LearnerError) {
    guard tag.layout == .lengthDelimited else {
      // Each takes two bytes of the message at least; others may follow that are no part of the list.
      if list.isEmpty { list.reserveCapacity(min(remaining / 2, Self.mostReserved)) }
      repeat { list.append(try int64(tag)) } while another(tag)
      return
    }
    let content = try contentRange(tag)
    while offset < content.upperBound { list.append(Int64(bitPattern: try varint())) }
    try expectEnd(of: content)
  }

  package mutating func append(
    _ tag: ProtobufTag, to list: inout [Float]
  ) throws(LearnerError) {
    guard tag.layout == .lengthDelimited else {
      if list.isEmpty { list.reserveCapacity(min(remaining / 5, Self.mostReserved)) }
      repeat { list.append(try float(tag)) } while another(tag)
      return
    }
    let content = try contentRange(tag)
    while offset < content.upperBound { list.append(Float(bitPattern: try fixed32())) }
    try expectEnd(of: content)
  }

  package mutating func append(
    _ tag: ProtobufTag, to list: inout [Double]
  ) throws(LearnerError) {
    guard tag.layout == .lengthDelimited else {
      try expect(.fixed64, tag)
      return list.append(Double(bitPattern: try fixed64()))
    }
    let content = try contentRange(tag)
    while offset < content.upperBound { list.append(Double(bitPattern: try fixed64())) }
    try expectEnd(of: content)
  }

  // A packed list whose last number runs past its end is broken, though the message goes on.
  private func expectEnd(of content: Range<Int>) throws(LearnerError) {
    guard offset == content.upperBound else {
      throw .brokenONNX(.bytes(.endsEarly, offset: offset))
    }
  }
}
