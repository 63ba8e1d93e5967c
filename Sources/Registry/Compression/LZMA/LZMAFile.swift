/// One LZMA stream behind a header of 13 bytes, as `lzma` writes it.
///
/// Source: *LZMA specification*, of the LZMA SDK 9.35, section "LZMA file format".
enum LZMAFile {
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let start = output.count
    let properties = try LZMAProperties(try input.byte())
    let dictionarySize = try input.length(UInt32.self)
    let announced = try input.number(UInt64.self)
    var end: Int?
    if announced != .max {
      guard announced <= UInt64(Int.max / 2) else { throw .tooLarge(limit: output.limit) }
      end = start + Int(announced)
    }
    try decodeStream(&input, properties, dictionarySize, into: &output, from: start, to: end)
  }

  /// Decodes an entry of a zip archive, whose length stands in the archive.
  ///
  /// Source: *APPNOTE* 6.3.10, section 5.8.8.
  static func decodeEntry(
    _ input: inout ByteCursor, length: Int, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let start = output.count
    _ = try input.take(2)
    guard try input.number(UInt16.self) == 5, length <= Int.max / 2 else { throw .badHeader }
    let properties = try LZMAProperties(try input.byte())
    let dictionarySize = try input.length(UInt32.self)
    try decodeStream(
      &input, properties, dictionarySize, into: &output, from: start, to: start + length)
  }

  private static func decodeStream(
    _ input: inout ByteCursor, _ properties: LZMAProperties, _ dictionarySize: Int,
    into output: inout DecodedBytes, from start: Int, to end: Int?
  ) throws(CompressionFault) {
    // A smaller dictionary than this means this one.
    var decoder = LZMADecoder(properties, dictionarySize: max(dictionarySize, 1 << 12))
    let length = try input.rest.withUnsafeBufferPointer { (bytes) throws(CompressionFault) in
      var bits = try RangeBits(bytes)
      try decode(&bits, &decoder, into: &output, from: start, to: end)
      return bits.byteOffset
    }
    _ = try input.take(length)
  }

  /// A stream whose length is announced may end there, or with a marker behind it.
  private static func decode(
    _ bits: inout RangeBits, _ decoder: inout LZMADecoder, into output: inout DecodedBytes,
    from start: Int, to end: Int?
  ) throws(CompressionFault) {
    let hasMarker = try decoder.decode(&bits, into: &output, from: start, to: end)
    if !bits.isFinished() {
      guard end != nil, !hasMarker,
        try decoder.decode(&bits, into: &output, from: start, to: nil), bits.isFinished()
      else { throw .badCode }
    }
    guard end == nil || output.count == end else { throw .wrongLength }
  }
}
