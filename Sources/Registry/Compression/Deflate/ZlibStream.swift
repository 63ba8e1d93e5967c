/// A deflate stream with a header and a checksum, as `compress` of joblib and pickles write it.
///
/// Source: RFC 1950.
enum ZlibStream {
  static func decode(
    _ input: inout ByteCursor, into output: inout DecodedBytes
  ) throws(CompressionFault) {
    let start = output.count
    let method = try input.byte()
    let flags = try input.byte()
    guard method & 15 == 8, method >> 4 <= 7, (Int(method) << 8 | Int(flags)) % 31 == 0 else {
      throw .badHeader
    }
    guard flags & 0x20 == 0 else { throw .unsupported("a dictionary of its own") }
    try Inflate.decode(&input, into: &output)
    // The only number of all these formats whose highest byte comes first.
    guard
      try input.number(UInt32.self).byteSwapped == Adler32.checksum(of: output.written(from: start))
    else { throw .wrongChecksum }
  }
}
