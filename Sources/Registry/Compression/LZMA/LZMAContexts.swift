/// Where the probability of each bit of LZMA stands in one list: a context, and an offset.
enum LZMAContexts {
  static let states = 12
  private static let positions = 16

  // Each begins where the one before ends.
  static let isMatch = 0
  static let isRepeat = isMatch + states * positions
  static let isOlder = isRepeat + states
  static let isThirdOrFourth = isOlder + states
  static let isFourth = isThirdOrFourth + states
  static let isLong = isFourth + states
  static let slots = isLong + states * positions
  static let distances = slots + 4 * 64
  static let alignment = distances + 128
  static let matchLengths = alignment + 16
  static let repeatLengths = matchLengths + lengthContexts
  static let literals = repeatLengths + lengthContexts

  /// Of a length: two choices, eight short and eight middle ones a position, and 256 long ones.
  private static let lengthContexts = 2 + 2 * positions * 8 + 256
  static let shortLengths = 2
  static let middleLengths = shortLengths + positions * 8
  static let longLengths = middleLengths + positions * 8

  /// A probability of one half, in 2048ths.
  static let even: UInt16 = 1024

  static func count(_ properties: LZMAProperties) -> Int {
    literals + 0x300 << (properties.literalContextBits + properties.literalPositionBits)
  }
}
