/// The copy of earlier output that deflate, LZMA and LZ4 are made of.
enum Repetition {
  /// How many bytes beyond a copy may be written.
  static let overshoot = 8

  /// Repeats what lies `distance` bytes back, which may be less than `length`.
  ///
  /// - Precondition: `distance` is in 1...`position`, and the memory has `length` and
  ///   ``overshoot`` bytes from `position` on.
  @inline(__always)
  static func copy(
    _ length: Int, distance: Int, to position: Int, in memory: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let base = memory.baseAddress else { return }
    let bytes = UnsafeMutableRawPointer(base)
    let end = position &+ length
    var next = position
    if distance >= 8 {
      while next < end {
        let eight = bytes.loadUnaligned(fromByteOffset: next &- distance, as: UInt64.self)
        bytes.storeBytes(of: eight, toByteOffset: next, as: UInt64.self)
        next &+= 8
      }
    } else {
      while next < end {
        memory[next] = memory[next &- distance]
        next &+= 1
      }
    }
  }
}
