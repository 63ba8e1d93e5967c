/// Reads the Protocol Buffers wire format out of bytes that nobody vouches for.
///
/// Whatever the bytes are, reading ends, throws nothing but ``LearnerError/brokenONNX(_:)``, nests
/// at most ``maximumDepth`` messages and makes at most ``maximumMessages`` of them.
///
/// Source: Protocol Buffers documentation, *Encoding*.
package struct ProtobufReader {
  /// How deep messages may nest; ONNX files of trained models nest about ten deep.
  package static let maximumDepth = 100
  /// How many messages a file may hold: an empty one takes two bytes in the file but a hundred in
  /// memory, so the size of the file alone does not bound what reading it costs.
  package static let maximumMessages = 2_000_000

  private let bytes: [UInt8]
  private var end: Int
  private var depth = 0
  private var messages = 0
  /// Where the next byte is read, counted from the start of the file.
  package private(set) var offset = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  /// How many bytes of the message are not read yet.
  var remaining: Int { end - offset }

  /// The message that all of `bytes` are.
  package static func decode<Message: ProtobufMessage>(
    _ bytes: [UInt8]
  ) throws(LearnerError) -> Message {
    var reader = ProtobufReader(bytes)
    var message = Message()
    while let tag = try reader.next() { try message.merge(tag, from: &reader) }
    return message
  }

  /// The tag of the next field, or `nil` at the end of the message.
  package mutating func next() throws(LearnerError) -> ProtobufTag? {
    guard offset < end else { return nil }
    let start = offset
    let key = try varint()
    guard let layout = ProtobufTag.Layout(rawValue: key & 7), (1..<(1 << 29)).contains(key >> 3)
    else { throw .brokenONNX(.bytes(.badTag, offset: start)) }
    return ProtobufTag(field: Int(key >> 3), layout: layout)
  }

  /// Passes over the next tag where it is the same as the last: a list that is not packed has one for each
  /// element.
  package mutating func another(_ tag: ProtobufTag) -> Bool {
    let key = UInt64(tag.field) << 3 | tag.layout.rawValue
    guard key < 0x80, offset < end, bytes[offset] == UInt8(key) else { return false }
    offset += 1
    return true
  }

  /// Passes over a field that nobody asked for.
  package mutating func skip(_ tag: ProtobufTag) throws(LearnerError) {
    switch tag.layout {
    case .varint: _ = try varint()
    case .fixed32: try advance(4)
    case .fixed64: try advance(8)
    case .lengthDelimited: offset = try contentRange(tag).upperBound
    case .groupStart: try skipGroup()
    case .groupEnd: throw .brokenONNX(.bytes(.badTag, offset: offset))
    }
  }

  // A group ends with a tag of its own. The loop counts depth: recursion could be driven too deep.
  private mutating func skipGroup() throws(LearnerError) {
    var open = 1
    while open > 0 {
      guard let tag = try next() else { throw .brokenONNX(.bytes(.endsEarly, offset: offset)) }
      switch tag.layout {
      case .groupStart: open += 1
      case .groupEnd: open -= 1
      default: try skip(tag)
      }
      if open > Self.maximumDepth { throw .brokenONNX(.bytes(.nestsTooDeep, offset: offset)) }
    }
  }

  /// Reads a message into `message`, adding to what is there.
  package mutating func merge<Message: ProtobufMessage>(
    _ tag: ProtobufTag, into message: inout Message
  ) throws(LearnerError) {
    let content = try contentRange(tag)
    guard depth < Self.maximumDepth else {
      throw .brokenONNX(.bytes(.nestsTooDeep, offset: offset))
    }
    guard messages < Self.maximumMessages else {
      throw .brokenONNX(.bytes(.tooManyMessages, offset: offset))
    }
    let outerEnd = end
    end = content.upperBound
    depth += 1
    messages += 1
    while let tag = try next() { try message.merge(tag, from: &self) }
    depth -= 1
    end = outerEnd
  }

  // MARK: Primitive reads, used by the typed ones beside this file

  mutating func varint() throws(LearnerError) -> UInt64 {
    let start = offset
    // Most numbers have one byte.
    if start < end, bytes[start] < 0x80 {
      offset += 1
      return UInt64(bytes[start])
    }
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      // The tenth byte holds the 64th bit and nothing else.
      if shift == 63, byte > 1 { throw .brokenONNX(.bytes(.numberTooLong, offset: start)) }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .brokenONNX(.bytes(.endsEarly, offset: start))
  }

  /// Where the content of a length-delimited field lies; ``offset`` is at its first byte.
  mutating func contentRange(_ tag: ProtobufTag) throws(LearnerError) -> Range<Int> {
    try expect(.lengthDelimited, tag)
    let length = try varint()
    guard length <= UInt64(end - offset) else {
      throw .brokenONNX(.bytes(.endsEarly, offset: offset))
    }
    return offset..<(offset + Int(length))
  }

  mutating func content(_ tag: ProtobufTag) throws(LearnerError) -> ArraySlice<UInt8> {
    let range = try contentRange(tag)
    offset = range.upperBound
    return bytes[range]
  }

  mutating func fixed32() throws(LearnerError) -> UInt32 {
    let start = offset
    try advance(4)
    return UInt32(
      littleEndian: bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      })
  }

  mutating func fixed64() throws(LearnerError) -> UInt64 {
    let start = offset
    try advance(8)
    return UInt64(
      littleEndian: bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      })
  }

  func expect(_ layout: ProtobufTag.Layout, _ tag: ProtobufTag) throws(LearnerError) {
    guard tag.layout == layout else {
      throw .brokenONNX(.bytes(.wrongLayout(field: tag.field), offset: offset))
    }
  }

  private mutating func advance(_ count: Int) throws(LearnerError) {
    guard end - offset >= count else { throw .brokenONNX(.bytes(.endsEarly, offset: offset)) }
    offset += count
  }
}
