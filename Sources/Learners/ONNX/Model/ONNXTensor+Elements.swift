extension ONNXTensor {
  /// The constant, checked: every element is there, and no more.
  ///
  /// - Throws: ``LearnerError/unsupportedONNX(_:)`` when the elements lie in another file or are of
  ///   a type that is not read; ``LearnerError/brokenONNX(_:)`` when the shape does not fit them.
  func tensor() throws(LearnerError) -> Tensor {
    guard externalData.isEmpty, location ?? 0 == 0 else {
      throw .unsupportedONNX(.externalData(tensor: name ?? ""))
    }
    guard let elementType = ElementType(fileNumber: type ?? 0) else {
      throw .unsupportedONNX(.elementType(of: name ?? "", type ?? 0))
    }
    let elements = try elements(elementType)
    let shape = try checkedShape(count: elements.count)
    return Tensor(elements, shape: shape)
  }

  /// The elements of a list of bytes.
  ///
  /// - Throws: As ``tensor()``.
  func byteList() throws(LearnerError) -> [Int64] {
    guard type == ElementType.byteNumber, location ?? 0 == 0 else {
      throw .unsupportedONNX(.elementType(of: name ?? "", type ?? 0))
    }
    let bytes = try rawWords(UInt8.self)?.map(Int64.init) ?? int32s
    _ = try checkedShape(count: bytes.count)
    return bytes
  }

  private func elements(_ type: ElementType) throws(LearnerError) -> Tensor.Elements {
    switch type {
    case .float:
      guard let words = try rawWords(UInt32.self) else { return .floats(floats) }
      return .floats(words.map { Float(bitPattern: $0) })
    case .double:
      guard let words = try rawWords(UInt64.self) else { return .doubles(doubles) }
      return .doubles(words.map { Double(bitPattern: $0) })
    case .int64 where self.type == ElementType.int32Number:
      guard let words = try rawWords(UInt32.self) else { return .int64s(int32s) }
      return .int64s(words.map { Int64(Int32(bitPattern: $0)) })
    case .int64:
      guard let words = try rawWords(UInt64.self) else { return .int64s(int64s) }
      return .int64s(words.map { Int64(bitPattern: $0) })
    case .bool:
      guard let bytes = try rawWords(UInt8.self) else { return .bools(int32s.map { $0 != 0 }) }
      return .bools(bytes.map { $0 != 0 })
    case .string:
      guard raw == nil else { throw .brokenONNX(.textAsRawBytes(tensor: name ?? "")) }
      return .strings(texts: strings)
    }
  }

  /// The raw bytes as little-endian words, or `nil` when the elements are in a list.
  private func rawWords<Word: FixedWidthInteger>(
    _: Word.Type
  ) throws(LearnerError) -> [Word]? {
    guard let raw, !raw.isEmpty else { return nil }
    let size = Word.bitWidth / 8
    guard raw.count % size == 0 else {
      throw .brokenONNX(.elementCount(of: name ?? "", found: raw.count / size))
    }
    return stride(from: 0, to: raw.count, by: size).map { start in
      raw[start..<(start + size)].reversed().reduce(0) { $0 << 8 | Word($1) }
    }
  }

  private func checkedShape(count: Int) throws(LearnerError) -> [Int] {
    let shape = shape.map { Int($0) }
    guard Tensor.count(of: shape) == count else {
      throw .brokenONNX(.elementCount(of: name ?? "", found: count))
    }
    return shape
  }
}
