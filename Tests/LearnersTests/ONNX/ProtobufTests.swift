import Learners
import Testing

@Suite struct `Protocol Buffers` {
  // One list of each kind, so that packed and unpacked forms can be told apart.
  private func tensor(_ bytes: [UInt8]) throws(LearnerError) -> ONNXTensor {
    try ProtobufReader.decode(bytes)
  }

  private func fault(_ bytes: [UInt8]) -> LearnerError? {
    do throws(LearnerError) {
      _ = try tensor(bytes)
      return nil
    } catch { return error }
  }

  @Test func `are read packed and unpacked, in any order`() throws {
    // Field 7 (int64_data) packed [3, 300], field 1 (dims) unpacked 1 and packed [2].
    let tensor = try tensor([0x3a, 3, 3, 0xac, 2, 0x08, 1, 0x0a, 1, 2])
    #expect(tensor.int64s == [3, 300])
    #expect(tensor.shape == [1, 2])
  }

  @Test func `skip fields that nobody knows, groups too`() throws {
    let unknown: [UInt8] = [
      0xf8, 1, 5,  // field 31, varint
      0xf9, 1, 1, 2, 3, 4, 5, 6, 7, 8,  // field 31, eight bytes
      0xfd, 1, 1, 2, 3, 4,  // field 31, four bytes
      0xfa, 1, 1, 9,  // field 31, one byte of content
      0xfb, 1, 0xfb, 1, 8, 1, 0xfc, 1, 0xfc, 1,  // field 31, a group in a group
    ]
    #expect(try tensor(unknown + [0x08, 7]).shape == [7])
  }

  @Test func `join a message that comes in pieces`() throws {
    // ModelProto.graph (7) twice: once with name (2), once with doc_string (10).
    let model = try ONNXModel.decode([0x3a, 3, 0x12, 1, 0x61, 0x3a, 3, 0x52, 1, 0x62])
    #expect(model.graph?.name == "a")
    #expect(model.graph?.documentation == "b")
  }

  @Test func `write a negative number in ten bytes`() {
    var writer = ProtobufWriter()
    writer.int(1, -1 as Int64)
    #expect(writer.bytes == [0x08] + Array(repeating: 0xff, count: 9) + [1])
  }

  @Test(
    arguments: [
      ([0x08], .endsEarly, 1),
      ([0x08, 0x80], .endsEarly, 1),
      ([0x42, 5, 0x61], .endsEarly, 2),
      ([0x42] + Array(repeating: 0xff, count: 9) + [1], .endsEarly, 11),
      ([0x3a, 1, 0x80, 1], .endsEarly, 4),
      ([0x22, 3, 0, 0, 0, 0], .endsEarly, 6),
      ([0x08] + Array(repeating: 0x80, count: 10) + [1], .numberTooLong, 1),
      ([0x08] + Array(repeating: 0xff, count: 9) + [2], .numberTooLong, 1),
      ([0x00, 1], .badTag, 0),
      ([0x0f], .badTag, 0),
      ([0xfc, 1], .badTag, 2),
      ([0x40, 1], .wrongLayout(field: 8), 1),
      ([0x42, 1, 0xff], .notUTF8, 1),
      ([0xfb, 1, 8, 1], .endsEarly, 4),
    ] as [([UInt8], ProtobufFault, Int)])
  func `are refused when broken`(bytes: [UInt8], fault: ProtobufFault, offset: Int) {
    #expect(self.fault(bytes) == .brokenONNX(.bytes(fault, offset: offset)))
  }

  @Test func `are refused when they nest too deep`() throws {
    // TypeProto.sequence_type (4) { elem_type (1) { … } }, 60 times over, in an input's type.
    var type: [UInt8] = []
    for field in (0..<120).map({ $0 % 2 == 0 ? 0x0a : 0x22 }) as [UInt8] {
      type = [field] + length(type.count) + type
    }
    let error = #expect(throws: LearnerError.self) { try ProtobufReader.decode(type) as ONNXType }
    guard case .brokenONNX(.bytes(.nestsTooDeep, _)) = error else {
      Issue.record("refused for another reason: \(String(describing: error))")
      return
    }
    let groups = Array(repeating: [0xfb, 1] as [UInt8], count: 101).flatMap { $0 }
    #expect(fault(groups) == .brokenONNX(.bytes(.nestsTooDeep, offset: 202)))
  }

  private func length(_ count: Int) -> [UInt8] {
    count < 128 ? [UInt8(count)] : [UInt8(count & 0x7f) | 0x80, UInt8(count >> 7)]
  }
}
