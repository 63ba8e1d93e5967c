/// How an LZMA stream forms the contexts of its bits.
///
/// Source: *LZMA specification*, of the LZMA SDK 9.35, section "lc, lp, pb properties".
struct LZMAProperties {
  /// How many high bits of the byte before choose a literal's context.
  let literalContextBits: Int
  /// How many low bits of the position choose a literal's context.
  let literalPositionBits: Int
  /// How many low bits of the position choose the other contexts.
  let positionBits: Int

  init(_ byte: UInt8) throws(CompressionFault) {
    guard byte < 9 * 5 * 5 else { throw .badHeader }
    literalContextBits = Int(byte) % 9
    literalPositionBits = Int(byte) / 9 % 5
    positionBits = Int(byte) / 45
  }
}
