/// Looks for bytes that are no text: a zero byte or anything that is not UTF-8.
enum TextCheck {
  /// The first bad byte from `start` on, or `nil` when all is well.
  ///
  /// At least eight zero bytes have to follow `end`.
  static func firstFault(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (fault: TableFault, offset: Int)? {
    let (hasZero, isASCII) = survey(bytes, from: start, to: end)
    let zero = hasZero ? firstZero(bytes, from: start, to: end) : nil
    let stop = zero ?? end
    if !isASCII, let offset = firstInvalid(bytes, from: start, to: stop) {
      return (.notUTF8, offset)
    }
    return zero.map { (.zeroByte, $0) }
  }

  /// Whether a byte is zero, and whether all are ASCII.
  private static func survey(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (hasZero: Bool, isASCII: Bool) {
    var zeros: UInt64 = 0
    var all: UInt64 = 0
    var position = start
    while position &+ 8 <= end {
      let word = bytes.word(at: position)
      zeros |= word.zeroBytes
      all |= word
      position &+= 8
    }
    while position < end {
      if bytes[position] == 0 { zeros |= 0x80 }
      all |= UInt64(bytes[position])
      position &+= 1
    }
    return (zeros != 0, all & 0x8080_8080_8080_8080 == 0)
  }

  private static func firstZero(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    for index in start..<end where bytes[index] == 0 { return index }
    return nil
  }

  private static func firstInvalid(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(start..<end))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound
    }
  }
}
