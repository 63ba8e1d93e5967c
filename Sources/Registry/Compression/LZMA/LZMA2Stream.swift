/// Chunks of LZMA, and of bytes as they are, of at most 2 MiB each.
///
/// Source: *The .xz File Format* 1.2.1, section 5.3.1; the control bytes are those of the LZMA
/// SDK's `Lzma2Dec.c`.
struct LZMA2Stream {
  private let dictionarySize: Int
  /// Where the output begins that may be repeated; `nil` until a chunk says so.
  private var start: Int?
  /// `nil` until a chunk brings properties.
  private var decoder: LZMADecoder?

  private init(dictionarySize: Int) { self.dictionarySize = dictionarySize }

  /// Decodes all chunks, to the mark behind the last one.
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes, dictionarySize: Int
  ) throws(CompressionFault) {
    var stream = LZMA2Stream(dictionarySize: dictionarySize)
    while true {
      let control = try input.byte()
      if control == 0 { return }
      if control >= 0x80 {
        try stream.decodeChunk(control, &input, into: &output)
      } else {
        try stream.copyChunk(control, &input, into: &output)
      }
    }
  }

  /// Two bytes, the higher one first, of a number less 1.
  private static func size(_ input: inout ByteCursor) throws(CompressionFault) -> Int {
    Int(try input.number(UInt16.self).byteSwapped) + 1
  }

  private mutating func copyChunk(
    _ control: UInt8, _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    guard control <= 2 else { throw .badHeader }
    if control == 1 { (start, decoder) = (output.count, nil) }
    guard start != nil else { throw .badHeader }
    try output.append(try input.take(try Self.size(&input)))
  }

  private mutating func decodeChunk(
    _ control: UInt8, _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let length = Int(control & 31) << 16 + (try Self.size(&input))
    let packed = try Self.size(&input)
    if control >= 0xE0 { start = output.count }
    if control >= 0xC0 {
      let properties = try LZMAProperties(try input.byte())
      guard properties.literalContextBits + properties.literalPositionBits <= 4 else {
        throw .badHeader
      }
      decoder = LZMADecoder(properties, dictionarySize: dictionarySize)
    } else if control >= 0xA0, let properties = decoder?.properties {
      decoder = LZMADecoder(properties, dictionarySize: dictionarySize)
    }
    guard let start, var decoder else { throw .badHeader }
    // Not two values that share their probabilities, which would be copied.
    self.decoder = nil
    try Self.decode(&decoder, try input.take(packed), into: &output, from: start, length: length)
    self.decoder = decoder
  }

  private static func decode(
    _ decoder: inout LZMADecoder, _ packed: ArraySlice<UInt8>, into output: inout DecodedBytes,
    from start: Int, length: Int
  ) throws(CompressionFault) {
    try packed.withUnsafeBufferPointer { (bytes) throws(CompressionFault) in
      var bits = try RangeBits(bytes)
      let end = output.count + length
      let hasMarker = try decoder.decode(&bits, into: &output, from: start, to: end)
      guard !hasMarker, bits.isFinished(), bits.byteOffset == bytes.count else {
        throw .badCode
      }
    }
  }
}
