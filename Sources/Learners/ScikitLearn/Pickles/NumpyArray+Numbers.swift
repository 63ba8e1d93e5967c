internal import Registry

extension NumpyType {
  /// What reads one element of this type as a number; `nil` where it is none.
  ///
  /// Whole numbers beyond 2⁵³ lose digits.
  fileprivate var reader: (@Sendable (UnsafeRawBufferPointer, Int) -> Double)? {
    switch (kind, itemSize) {
    case (.float, 8): { Double(bitPattern: $0.whole($1, isBig: isBigEndian)) }
    case (.float, 4): { Double(Float(bitPattern: $0.whole($1, isBig: isBigEndian))) }
    case (.integer, 8): { Double($0.whole($1, isBig: isBigEndian) as Int64) }
    case (.integer, 4): { Double($0.whole($1, isBig: isBigEndian) as Int32) }
    case (.integer, 2): { Double($0.whole($1, isBig: isBigEndian) as Int16) }
    case (.integer, 1): { Double($0.whole($1, isBig: isBigEndian) as Int8) }
    case (.unsigned, 8): { Double($0.whole($1, isBig: isBigEndian) as UInt64) }
    case (.unsigned, 4): { Double($0.whole($1, isBig: isBigEndian) as UInt32) }
    case (.unsigned, 2): { Double($0.whole($1, isBig: isBigEndian) as UInt16) }
    case (.unsigned, 1), (.bool, 1): { Double($0.whole($1, isBig: isBigEndian) as UInt8) }
    default: nil
    }
  }
}

extension NumpyArray {
  /// The elements as numbers, in the order of the file; `nil` where they are none.
  var numbers: [Double]? { numbers(of: type, at: 0) }

  /// A column of a structured type as numbers, in the order of the file.
  func numbers(field name: String) -> [Double]? {
    guard let field = type.fields.first(where: { $0.name == name }) else { return nil }
    return numbers(of: field.type, at: field.offset)
  }

  private func numbers(of element: NumpyType, at offset: Int) -> [Double]? {
    guard case .bytes(let bytes) = elements, let read = element.reader else { return nil }
    let (count, size) = (count, type.itemSize)
    guard count > 0 else { return [] }
    guard size > 0, offset + element.itemSize <= size, bytes.count / size >= count else {
      return nil
    }
    // The bounds were checked: each element lies in the bytes.
    return bytes.withUnsafeBytes { buffer in
      (0..<count).map { read(buffer, $0 * size + offset) }
    }
  }

  /// The places of the elements in the file, row by row.
  var rowOrder: [Int]? {
    guard isFortranOrder, shape.count > 1, count > 0 else { return nil }
    guard shape.count == 2 else { return [] }
    let (rows, columns) = (shape[0], shape[1])
    return (0..<rows).flatMap { row in (0..<columns).map { $0 * rows + row } }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func whole<Whole: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, isBig: Bool
  ) -> Whole {
    let whole = loadUnaligned(fromByteOffset: offset, as: Whole.self)
    return isBig ? Whole(bigEndian: whole) : Whole(littleEndian: whole)
  }
}
