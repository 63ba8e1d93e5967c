// Package.swift sets the condition, together with the flags that these instructions need.
#if SHA_INSTRUCTIONS && arch(x86_64)
  import Builtin
  import Registry

  /// The compression function of SHA-256 in the SHA instructions of x86-64 processors, about five
  /// times as fast as ``SHA256``'s own. Only to be called where the processor has them.
  ///
  /// Source: Intel, *New Instructions Supporting the Secure Hash Algorithm* (2013).
  let compressWithInstructions: SHA256.Compressor = { state, start, count in
    var abef = SIMD4(state[5], state[4], state[1], state[0])
    var cdgh = SIMD4(state[7], state[6], state[3], state[2])
    for block in 0..<count {
      let before = (abef, cdgh)
      compress(&abef, &cdgh, start + block &* 64)
      (abef, cdgh) = (abef &+ before.0, cdgh &+ before.1)
    }
    state = [abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]]
  }

  private typealias Words = SIMD4<UInt32>

  @inline(__always)
  private func compress(_ abef: inout Words, _ cdgh: inout Words, _ block: UnsafeRawPointer) {
    var w0 = words(block, 0)
    var w1 = words(block, 16)
    var w2 = words(block, 32)
    var w3 = words(block, 48)
    fourRounds(&abef, &cdgh, w0, SIMD4(0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5))
    fourRounds(&abef, &cdgh, w1, SIMD4(0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5))
    fourRounds(&abef, &cdgh, w2, SIMD4(0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3))
    fourRounds(&abef, &cdgh, w3, SIMD4(0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174))
    w0 = extended(w0, w1, w2, w3)
    fourRounds(&abef, &cdgh, w0, SIMD4(0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc))
    w1 = extended(w1, w2, w3, w0)
    fourRounds(&abef, &cdgh, w1, SIMD4(0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da))
    w2 = extended(w2, w3, w0, w1)
    fourRounds(&abef, &cdgh, w2, SIMD4(0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7))
    w3 = extended(w3, w0, w1, w2)
    fourRounds(&abef, &cdgh, w3, SIMD4(0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967))
    w0 = extended(w0, w1, w2, w3)
    fourRounds(&abef, &cdgh, w0, SIMD4(0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13))
    w1 = extended(w1, w2, w3, w0)
    fourRounds(&abef, &cdgh, w1, SIMD4(0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85))
    w2 = extended(w2, w3, w0, w1)
    fourRounds(&abef, &cdgh, w2, SIMD4(0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3))
    w3 = extended(w3, w0, w1, w2)
    fourRounds(&abef, &cdgh, w3, SIMD4(0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070))
    w0 = extended(w0, w1, w2, w3)
    fourRounds(&abef, &cdgh, w0, SIMD4(0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5))
    w1 = extended(w1, w2, w3, w0)
    fourRounds(&abef, &cdgh, w1, SIMD4(0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3))
    w2 = extended(w2, w3, w0, w1)
    fourRounds(&abef, &cdgh, w2, SIMD4(0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208))
    w3 = extended(w3, w0, w1, w2)
    fourRounds(&abef, &cdgh, w3, SIMD4(0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2))
  }

  @inline(__always)
  private func fourRounds(_ abef: inout Words, _ cdgh: inout Words, _ w: Words, _ k: Words) {
    let sum = w &+ k
    cdgh = twoRounds(cdgh, abef, sum)
    abef = twoRounds(abef, cdgh, SIMD4(sum[2], sum[3], 0, 0))
  }

  @inline(__always)
  private func twoRounds(_ a: Words, _ b: Words, _ w: Words) -> Words {
    Words(
      Builtin.int_x86_sha256rnds2(a._storage._value, b._storage._value, w._storage._value))
  }

  /// The four words of the message schedule after sixteen.
  @inline(__always)
  private func extended(_ w0: Words, _ w4: Words, _ w8: Words, _ w12: Words) -> Words {
    let sum =
      Words(Builtin.int_x86_sha256msg1(w0._storage._value, w4._storage._value))
      &+ SIMD4(w8[1], w8[2], w8[3], w12[0])
    return Words(Builtin.int_x86_sha256msg2(sum._storage._value, w12._storage._value))
  }

  /// Four words of a block, which has the most significant byte first.
  @inline(__always)
  private func words(_ block: UnsafeRawPointer, _ offset: Int) -> Words {
    let bytes = block.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let order = SIMD16<UInt8>(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12)
    return Words(
      Builtin.bitcast_Vec16xInt8_Vec4xInt32(
        Builtin.int_x86_ssse3_pshuf_b_128(bytes._storage._value, order._storage._value)))
  }

  extension SIMD4<UInt32> {
    @inline(__always)
    fileprivate init(_ value: Builtin.Vec4xInt32) {
      self = unsafeBitCast(value, to: Self.self)
    }
  }
#endif
