/// The compression function of SHA-256, written out round by round.
///
/// The 64 rounds are unrolled and every word is a local: on this compiler the loop over an array
/// runs at a third of the speed.
///
/// Source: FIPS 180-4, sections 4.2.2 and 6.2.2.
@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
  _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
  let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
  let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
  let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
  d = d &+ first
  h = first &+ s0 &+ ((a & b) | (c & (a | b)))
}

@inline(__always)
private func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

@inline(__always)
private func extend(_ w: inout UInt32, _ w1: UInt32, _ w9: UInt32, _ w14: UInt32) {
  let s0 = rotate(w1, 7) ^ rotate(w1, 18) ^ (w1 &>> 3)
  let s1 = rotate(w14, 17) ^ rotate(w14, 19) ^ (w14 &>> 10)
  w = w &+ s0 &+ w9 &+ s1
}

@inline(__always)
private func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt32 {
  UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
}

extension SHA256 {
  /// Mixes one block into the state.
  ///
  /// - Precondition: `block` points to 64 readable bytes.
  static func compress(_ state: inout State, _ block: UnsafeRawPointer) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var w0 = word(block, 0)
    var w1 = word(block, 1)
    var w2 = word(block, 2)
    var w3 = word(block, 3)
    var w4 = word(block, 4)
    var w5 = word(block, 5)
    var w6 = word(block, 6)
    var w7 = word(block, 7)
    var w8 = word(block, 8)
    var w9 = word(block, 9)
    var w10 = word(block, 10)
    var w11 = word(block, 11)
    var w12 = word(block, 12)
    var w13 = word(block, 13)
    var w14 = word(block, 14)
    var w15 = word(block, 15)
    round(a, b, c, &d, e, f, g, &h, 0x428a2f98 &+ w0)
    round(h, a, b, &c, d, e, f, &g, 0x71374491 &+ w1)
    round(g, h, a, &b, c, d, e, &f, 0xb5c0fbcf &+ w2)
    round(f, g, h, &a, b, c, d, &e, 0xe9b5dba5 &+ w3)
    round(e, f, g, &h, a, b, c, &d, 0x3956c25b &+ w4)
    round(d, e, f, &g, h, a, b, &c, 0x59f111f1 &+ w5)
    round(c, d, e, &f, g, h, a, &b, 0x923f82a4 &+ w6)
    round(b, c, d, &e, f, g, h, &a, 0xab1c5ed5 &+ w7)
    round(a, b, c, &d, e, f, g, &h, 0xd807aa98 &+ w8)
    round(h, a, b, &c, d, e, f, &g, 0x12835b01 &+ w9)
    round(g, h, a, &b, c, d, e, &f, 0x243185be &+ w10)
    round(f, g, h, &a, b, c, d, &e, 0x550c7dc3 &+ w11)
    round(e, f, g, &h, a, b, c, &d, 0x72be5d74 &+ w12)
    round(d, e, f, &g, h, a, b, &c, 0x80deb1fe &+ w13)
    round(c, d, e, &f, g, h, a, &b, 0x9bdc06a7 &+ w14)
    round(b, c, d, &e, f, g, h, &a, 0xc19bf174 &+ w15)
    extend(&w0, w1, w9, w14)
    round(a, b, c, &d, e, f, g, &h, 0xe49b69c1 &+ w0)
    extend(&w1, w2, w10, w15)
    round(h, a, b, &c, d, e, f, &g, 0xefbe4786 &+ w1)
    extend(&w2, w3, w11, w0)
    round(g, h, a, &b, c, d, e, &f, 0x0fc19dc6 &+ w2)
    extend(&w3, w4, w12, w1)
    round(f, g, h, &a, b, c, d, &e, 0x240ca1cc &+ w3)
    extend(&w4, w5, w13, w2)
    round(e, f, g, &h, a, b, c, &d, 0x2de92c6f &+ w4)
    extend(&w5, w6, w14, w3)
    round(d, e, f, &g, h, a, b, &c, 0x4a7484aa &+ w5)
    extend(&w6, w7, w15, w4)
    round(c, d, e, &f, g, h, a, &b, 0x5cb0a9dc &+ w6)
    extend(&w7, w8, w0, w5)
    round(b, c, d, &e, f, g, h, &a, 0x76f988da &+ w7)
    extend(&w8, w9, w1, w6)
    round(a, b, c, &d, e, f, g, &h, 0x983e5152 &+ w8)
    extend(&w9, w10, w2, w7)
    round(h, a, b, &c, d, e, f, &g, 0xa831c66d &+ w9)
    extend(&w10, w11, w3, w8)
    round(g, h, a, &b, c, d, e, &f, 0xb00327c8 &+ w10)
    extend(&w11, w12, w4, w9)
    round(f, g, h, &a, b, c, d, &e, 0xbf597fc7 &+ w11)
    extend(&w12, w13, w5, w10)
    round(e, f, g, &h, a, b, c, &d, 0xc6e00bf3 &+ w12)
    extend(&w13, w14, w6, w11)
    round(d, e, f, &g, h, a, b, &c, 0xd5a79147 &+ w13)
    extend(&w14, w15, w7, w12)
    round(c, d, e, &f, g, h, a, &b, 0x06ca6351 &+ w14)
    extend(&w15, w0, w8, w13)
    round(b, c, d, &e, f, g, h, &a, 0x14292967 &+ w15)
    extend(&w0, w1, w9, w14)
    round(a, b, c, &d, e, f, g, &h, 0x27b70a85 &+ w0)
    extend(&w1, w2, w10, w15)
    round(h, a, b, &c, d, e, f, &g, 0x2e1b2138 &+ w1)
    extend(&w2, w3, w11, w0)
    round(g, h, a, &b, c, d, e, &f, 0x4d2c6dfc &+ w2)
    extend(&w3, w4, w12, w1)
    round(f, g, h, &a, b, c, d, &e, 0x53380d13 &+ w3)
    extend(&w4, w5, w13, w2)
    round(e, f, g, &h, a, b, c, &d, 0x650a7354 &+ w4)
    extend(&w5, w6, w14, w3)
    round(d, e, f, &g, h, a, b, &c, 0x766a0abb &+ w5)
    extend(&w6, w7, w15, w4)
    round(c, d, e, &f, g, h, a, &b, 0x81c2c92e &+ w6)
    extend(&w7, w8, w0, w5)
    round(b, c, d, &e, f, g, h, &a, 0x92722c85 &+ w7)
    extend(&w8, w9, w1, w6)
    round(a, b, c, &d, e, f, g, &h, 0xa2bfe8a1 &+ w8)
    extend(&w9, w10, w2, w7)
    round(h, a, b, &c, d, e, f, &g, 0xa81a664b &+ w9)
    extend(&w10, w11, w3, w8)
    round(g, h, a, &b, c, d, e, &f, 0xc24b8b70 &+ w10)
    extend(&w11, w12, w4, w9)
    round(f, g, h, &a, b, c, d, &e, 0xc76c51a3 &+ w11)
    extend(&w12, w13, w5, w10)
    round(e, f, g, &h, a, b, c, &d, 0xd192e819 &+ w12)
    extend(&w13, w14, w6, w11)
    round(d, e, f, &g, h, a, b, &c, 0xd6990624 &+ w13)
    extend(&w14, w15, w7, w12)
    round(c, d, e, &f, g, h, a, &b, 0xf40e3585 &+ w14)
    extend(&w15, w0, w8, w13)
    round(b, c, d, &e, f, g, h, &a, 0x106aa070 &+ w15)
    extend(&w0, w1, w9, w14)
    round(a, b, c, &d, e, f, g, &h, 0x19a4c116 &+ w0)
    extend(&w1, w2, w10, w15)
    round(h, a, b, &c, d, e, f, &g, 0x1e376c08 &+ w1)
    extend(&w2, w3, w11, w0)
    round(g, h, a, &b, c, d, e, &f, 0x2748774c &+ w2)
    extend(&w3, w4, w12, w1)
    round(f, g, h, &a, b, c, d, &e, 0x34b0bcb5 &+ w3)
    extend(&w4, w5, w13, w2)
    round(e, f, g, &h, a, b, c, &d, 0x391c0cb3 &+ w4)
    extend(&w5, w6, w14, w3)
    round(d, e, f, &g, h, a, b, &c, 0x4ed8aa4a &+ w5)
    extend(&w6, w7, w15, w4)
    round(c, d, e, &f, g, h, a, &b, 0x5b9cca4f &+ w6)
    extend(&w7, w8, w0, w5)
    round(b, c, d, &e, f, g, h, &a, 0x682e6ff3 &+ w7)
    extend(&w8, w9, w1, w6)
    round(a, b, c, &d, e, f, g, &h, 0x748f82ee &+ w8)
    extend(&w9, w10, w2, w7)
    round(h, a, b, &c, d, e, f, &g, 0x78a5636f &+ w9)
    extend(&w10, w11, w3, w8)
    round(g, h, a, &b, c, d, e, &f, 0x84c87814 &+ w10)
    extend(&w11, w12, w4, w9)
    round(f, g, h, &a, b, c, d, &e, 0x8cc70208 &+ w11)
    extend(&w12, w13, w5, w10)
    round(e, f, g, &h, a, b, c, &d, 0x90befffa &+ w12)
    extend(&w13, w14, w6, w11)
    round(d, e, f, &g, h, a, b, &c, 0xa4506ceb &+ w13)
    extend(&w14, w15, w7, w12)
    round(c, d, e, &f, g, h, a, &b, 0xbef9a3f7 &+ w14)
    extend(&w15, w0, w8, w13)
    round(b, c, d, &e, f, g, h, &a, 0xc67178f2 &+ w15)
    state = [
      state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d,
      state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h,
    ]
  }
}
