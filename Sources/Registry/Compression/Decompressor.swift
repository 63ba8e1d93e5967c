/// Takes content out of the compression that it is in.
package enum Decompressor {
  /// The content of a compressed file.
  ///
  /// - Parameters:
  ///   - bytes: A whole file, in any ``CompressionKind`` but zip, which holds several contents.
  ///   - limit: The largest content to accept, in bytes.
  /// - Returns: All that was packed.
  /// - Throws: ``CompressionFault``, also for a content that does not have the checksum that goes
  ///   with it, and for bytes behind the end.
  /// - Complexity: O(*n*) in what comes out; memory for at most three times as much.
  package static func decompress(
    _ bytes: [UInt8], limit: Int
  ) throws(CompressionFault) -> [UInt8] {
    let recovered = recover(bytes, limit: limit)
    if let fault = recovered.fault { throw fault }
    return recovered.content
  }

  /// What comes out before a fault, and the fault: whoever reads a file piece by piece, as Python
  /// does, believes its content before its checksum is seen.
  package static func recover(
    _ bytes: [UInt8], limit: Int
  ) -> (content: [UInt8], fault: CompressionFault?) {
    var output = DecodedBytes(limit: limit)
    do throws(CompressionFault) {
      var input = ByteCursor(bytes[...])
      try decode(&input, into: &output)
      guard input.isAtEnd else { throw .trailingBytes(offset: input.offset) }
    } catch {
      return (output.content(), error)
    }
    return (output.content(), nil)
  }

  private static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    switch CompressionKind.of(input.rest) {
    case .zlib: try ZlibStream.decode(&input, into: &output)
    case .gzip: try GzipFile.decode(&input, into: &output)
    case .xz: try XZFile.decode(&input, into: &output)
    case .lzma: try LZMAFile.decode(&input, into: &output)
    case .lz4: try LZ4File.decode(&input, into: &output)
    case .bzip2: try Bzip2File.decode(&input, into: &output)
    case .zip, nil: throw .unknownKind
    }
  }
}
