/// Sorts numbers ascending, none of them NaN; negative zero comes before zero.
///
/// - Complexity: O(*n*), three passes.
///
/// Source: Knuth (1998), *The Art of Computer Programming*, volume 3, 2nd edition, algorithm 5.2.5R.
func sortByRadix(_ values: inout [Float]) {
  var keys = values.map(ascendingBits)
  var other = keys
  for shift in [0, 11, 22] as [UInt32] {
    distribute(keys, into: &other, shift: shift)
    swap(&keys, &other)
  }
  for index in values.indices { values[index] = number(ofAscendingBits: keys[index]) }
}

/// Moves the keys into the order of their 11 bits from `shift` on, equal ones staying in order.
private func distribute(_ keys: [UInt32], into other: inout [UInt32], shift: UInt32) {
  var starts = [Int](repeating: 0, count: 2_048)
  for key in keys { starts[Int((key >> shift) & 2_047)] += 1 }
  var start = 0
  for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
  for key in keys {
    let digit = Int((key >> shift) & 2_047)
    other[starts[digit]] = key
    starts[digit] += 1
  }
}

/// Bits that ascend, as whole numbers, where the numbers do.
private func ascendingBits(_ value: Float) -> UInt32 {
  let bits = value.bitPattern
  return bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
}

private func number(ofAscendingBits key: UInt32) -> Float {
  Float(bitPattern: key >> 31 == 1 ? key & 0x7FFF_FFFF : ~key)
}
