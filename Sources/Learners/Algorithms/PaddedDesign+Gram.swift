// The Hessian's loop: see `PaddedDesign+Products.swift` for why buffers and why blocks.

extension PaddedDesign {
  /// The weighted Gram matrix `Xᵀ diag(weights) X`, its lower triangle filled, row by row:
  /// `width` × `width`.
  ///
  /// A row of *p* numbers and *q* categorical columns touches *p*²/2 + *pq* + *q*²/2 entries,
  /// however many levels there are.
  ///
  /// - Parameter weights: one for each row.
  /// - Returns: the matrix, row by row.
  /// - Complexity: O(rows × (*p* + *q*)²) time, O(`width`²) memory.
  func gram(_ weights: [Double]) -> [Double] {
    precondition(weights.count == rowCount, "one weight a row")
    var total = GramParts(groupCount: groupCount, slotCount: slotCount)
    for block in blocks {
      var part = GramParts(groupCount: groupCount, slotCount: slotCount)
      addDense(weights, block, to: &part.dense)
      addSlots(weights, block, to: &part)
      total.add(part)
    }
    return total.lowerTriangle(interceptIndex: interceptIndex)
  }

  /// Numbers with numbers: the groups on and right of the diagonal, in tiles of four numbers by a
  /// group. Four rows share one visit to a tile, since the visits are what it costs.
  private func addDense(_ weights: [Double], _ block: Range<Int>, to sums: inout [Group]) {
    dense.withUnsafeBufferPointer { dense in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in stride(from: block.lowerBound, to: block.upperBound, by: 4) {
          let rows = FourRows(from: row, in: block, groupCount: groupCount, weights: weights)
          for group in 0..<groupCount {
            let left = rows.weighted(dense, group)
            for other in group..<groupCount {
              let right = rows.groups(dense, other)
              let line = group * 4 * groupCount + other
              sums[line] += left.times(right, 0)
              sums[line + groupCount] += left.times(right, 1)
              sums[line + 2 * groupCount] += left.times(right, 2)
              sums[line + 3 * groupCount] += left.times(right, 3)
            }
          }
        }
      }
    }
  }

  /// Levels with numbers, and levels with levels of later columns. A level with itself is its
  /// product with the intercept.
  private func addSlots(_ weights: [Double], _ block: Range<Int>, to part: inout GramParts) {
    guard slotColumnCount > 0 else { return }
    var scaled = [Group](repeating: .zero, count: groupCount)
    dense.withUnsafeBufferPointer { dense in
      slots.withUnsafeBufferPointer { slots in
        scaled.withUnsafeMutableBufferPointer { scaled in
          part.mixed.withUnsafeMutableBufferPointer { mixed in
            part.slots.withUnsafeMutableBufferPointer { pairs in
              for row in block {
                let weight = weights[row]
                for group in 0..<groupCount {
                  scaled[group] = dense[row * groupCount + group] * weight
                }
                let start = row * slotColumnCount
                for first in start..<start + slotColumnCount {
                  let slot = Int(slots[first])
                  for group in 0..<groupCount { mixed[slot * groupCount + group] += scaled[group] }
                  let line = slot * slotCount
                  for second in first + 1..<start + slotColumnCount {
                    pairs[line + Int(slots[second])] += weight
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// Four neighbouring rows of a block. Past the block's end the first of them stands in with the
/// weight 0.
private struct FourRows {
  typealias Group = PaddedDesign.Group
  /// Where each row's groups start.
  let starts: (Int, Int, Int, Int)
  let weights: (Double, Double, Double, Double)

  init(from row: Int, in block: Range<Int>, groupCount: Int, weights: [Double]) {
    let end = block.upperBound
    starts = (
      row * groupCount, (row + 1 < end ? row + 1 : row) * groupCount,
      (row + 2 < end ? row + 2 : row) * groupCount, (row + 3 < end ? row + 3 : row) * groupCount
    )
    self.weights = (
      weights[row], row + 1 < end ? weights[row + 1] : 0, row + 2 < end ? weights[row + 2] : 0,
      row + 3 < end ? weights[row + 3] : 0
    )
  }

  /// One group of each row.
  @inline(__always)
  func groups(_ dense: UnsafeBufferPointer<Group>, _ group: Int) -> FourGroups {
    FourGroups(
      a: dense[starts.0 + group], b: dense[starts.1 + group], c: dense[starts.2 + group],
      d: dense[starts.3 + group])
  }

  /// One group of each row, times the row's weight.
  @inline(__always)
  func weighted(_ dense: UnsafeBufferPointer<Group>, _ group: Int) -> FourGroups {
    let plain = groups(dense, group)
    return FourGroups(
      a: plain.a * weights.0, b: plain.b * weights.1, c: plain.c * weights.2,
      d: plain.d * weights.3)
  }
}

/// The same group of four rows.
private struct FourGroups {
  let a, b, c, d: PaddedDesign.Group

  /// The sum over the rows of one number of this group times the whole other group.
  @inline(__always)
  func times(_ other: FourGroups, _ lane: Int) -> PaddedDesign.Group {
    var sum = other.a * a[lane]
    sum += other.b * b[lane]
    sum += other.c * c[lane]
    sum += other.d * d[lane]
    return sum
  }
}

/// The three kinds of products in a Gram matrix.
private struct GramParts {
  typealias Group = PaddedDesign.Group
  let groupCount: Int
  let slotCount: Int
  /// Numbers with numbers: a line of groups for each number.
  var dense: [Group]
  /// Levels with numbers: a line of groups for each level.
  var mixed: [Group]
  /// Levels with levels of later columns: a line for each level.
  var slots: [Double]

  init(groupCount: Int, slotCount: Int) {
    self.groupCount = groupCount
    self.slotCount = slotCount
    dense = Array(repeating: .zero, count: groupCount * groupCount * 4)
    mixed = Array(repeating: .zero, count: slotCount * groupCount)
    slots = Array(repeating: 0, count: slotCount * slotCount)
  }

  mutating func add(_ other: GramParts) {
    for index in dense.indices { dense[index] += other.dense[index] }
    for index in mixed.indices { mixed[index] += other.mixed[index] }
    for index in slots.indices { slots[index] += other.slots[index] }
  }

  /// All products in one lower triangle; the slot for none stays 0.
  func lowerTriangle(interceptIndex: Int) -> [Double] {
    let denseCount = groupCount * 4
    let width = denseCount + slotCount
    var matrix = [Double](repeating: 0, count: width * width)
    for row in 0..<denseCount {
      for column in 0...row {
        matrix[row * width + column] = dense[column * groupCount + row / 4][row % 4]
      }
    }
    for slot in 0..<slotCount - 1 {
      let line = (denseCount + slot) * width
      for column in 0..<denseCount {
        matrix[line + column] = mixed[slot * groupCount + column / 4][column % 4]
      }
      for earlier in 0..<slot {
        matrix[line + denseCount + earlier] = slots[earlier * slotCount + slot]
      }
      matrix[line + denseCount + slot] = matrix[line + interceptIndex]
    }
    return matrix
  }
}
