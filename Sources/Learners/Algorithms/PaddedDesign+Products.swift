// The loops that fitting spends its time in. Buffers in place of arrays spare a bounds check a
// number; the indices are right because `DesignMatrix` promises them and `PaddedDesign` only
// shifts them. Sums run over blocks of a fixed number of rows and are added block by block, so that
// the result does not depend on how many threads work on the blocks.

extension PaddedDesign {
  /// How many rows are summed on their own. Changing it changes results in the last digits.
  static let blockRows = 8192

  /// The ranges of rows that are summed on their own, in order.
  var blocks: [Range<Int>] {
    stride(from: 0, to: rowCount, by: Self.blockRows).map {
      $0..<min($0 + Self.blockRows, rowCount)
    }
  }

  /// Each row's product with a vector of `width` entries.
  ///
  /// - Complexity: O(rows × (numbers + categorical columns)).
  func product(_ vector: [Double]) -> [Double] {
    precondition(vector.count == width, "one entry a column")
    let head = groups(of: vector)
    let tail = Array(vector[paddedDenseCount...])
    return [Double](unsafeUninitializedCapacity: rowCount) { result, count in
      // Every element is set below, exactly once.
      dense.withUnsafeBufferPointer { dense in
        slots.withUnsafeBufferPointer { slots in
          head.withUnsafeBufferPointer { head in
            tail.withUnsafeBufferPointer { tail in
              for row in 0..<rowCount {
                var sum = Group.zero
                for group in 0..<groupCount {
                  sum += dense[row * groupCount + group] * head[group]
                }
                var total = sum.sum()
                for position in row * slotColumnCount..<(row + 1) * slotColumnCount {
                  total += tail[Int(slots[position])]
                }
                result[row] = total
              }
            }
          }
        }
      }
      count = rowCount
    }
  }

  /// The sum of the rows, each times its factor: the transposed product.
  ///
  /// - Complexity: O(rows × (numbers + categorical columns)).
  func transposedProduct(_ factors: [Double]) -> [Double] {
    precondition(factors.count == rowCount, "one factor a row")
    var total = [Double](repeating: 0, count: width)
    for block in blocks {
      let part = transposedProduct(factors, over: block)
      for index in total.indices { total[index] += part[index] }
    }
    clearDead(&total)
    return total
  }

  private func transposedProduct(_ factors: [Double], over block: Range<Int>) -> [Double] {
    var head = [Group](repeating: .zero, count: groupCount)
    var tail = [Double](repeating: 0, count: slotCount)
    dense.withUnsafeBufferPointer { dense in
      slots.withUnsafeBufferPointer { slots in
        head.withUnsafeMutableBufferPointer { head in
          tail.withUnsafeMutableBufferPointer { tail in
            for row in block {
              let factor = factors[row]
              for group in 0..<groupCount {
                head[group] += dense[row * groupCount + group] * factor
              }
              for position in row * slotColumnCount..<(row + 1) * slotColumnCount {
                tail[Int(slots[position])] += factor
              }
            }
          }
        }
      }
    }
    return head.flatMap { [$0[0], $0[1], $0[2], $0[3]] } + tail
  }

  /// The sum of the squared rows, each times its factor: the diagonal of ``gram(_:)``.
  func squaredColumns(_ factors: [Double]) -> [Double] {
    var head = [Group](repeating: .zero, count: groupCount)
    var tail = [Double](repeating: 0, count: slotCount)
    for row in 0..<rowCount {
      let factor = factors[row]
      for group in 0..<groupCount {
        let value = dense[row * groupCount + group]
        head[group] += value * value * factor
      }
      for slot in slots[row * slotColumnCount..<(row + 1) * slotColumnCount] {
        tail[Int(slot)] += factor
      }
    }
    var total = head.flatMap { [$0[0], $0[1], $0[2], $0[3]] } + tail
    clearDead(&total)
    return total
  }

  /// The first entries of a vector as groups.
  func groups(of vector: [Double]) -> [Group] {
    (0..<groupCount).map { group in
      Group(vector[group * 4], vector[group * 4 + 1], vector[group * 4 + 2], vector[group * 4 + 3])
    }
  }

  /// Sets the slot for none to 0; the padding is 0 by itself.
  private func clearDead(_ vector: inout [Double]) {
    vector[width - 1] = 0
  }
}
