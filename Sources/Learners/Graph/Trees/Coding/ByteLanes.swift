internal import Builtin

/// Sixteen bytes side by side.
///
/// The vectors of the standard library take bits apart lane by lane; here each operator is one
/// instruction.
struct ByteLanes {
  private let value: Builtin.Vec16xInt8

  @inline(__always)
  private init(_ value: Builtin.Vec16xInt8) { self.value = value }

  /// The same four bytes, four times.
  @inline(__always)
  init(repeating bytes: UInt32) {
    let lanes = SIMD4<UInt32>(repeating: bytes)
    value = Builtin.bitcast_Vec4xInt32_Vec16xInt8(lanes._storage._value)
  }

  /// The same byte in every lane.
  @inline(__always)
  init(_ byte: UInt8) { self.init(repeating: UInt32(byte) &* 0x0101_0101) }

  @inline(__always)
  static func & (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(Builtin.and_Vec16xInt8(one.value, other.value))
  }

  @inline(__always)
  static func | (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(Builtin.or_Vec16xInt8(one.value, other.value))
  }

  @inline(__always)
  static func &+ (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(Builtin.add_Vec16xInt8(one.value, other.value))
  }

  @inline(__always)
  static func &- (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(Builtin.sub_Vec16xInt8(one.value, other.value))
  }

  /// 255 where the byte, with its sign, is greater, and 0 elsewhere.
  @inline(__always)
  static func .> (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(
      Builtin.sext_Vec16xInt1_Vec16xInt8(Builtin.cmp_sgt_Vec16xInt8(one.value, other.value)))
  }

  /// 255 where the bytes are equal, and 0 elsewhere.
  @inline(__always)
  static func .== (one: ByteLanes, other: ByteLanes) -> ByteLanes {
    ByteLanes(
      Builtin.sext_Vec16xInt1_Vec16xInt8(Builtin.cmp_eq_Vec16xInt8(one.value, other.value)))
  }
}
