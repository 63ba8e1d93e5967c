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

  /// Numbers with numbers: the groups on and right of the diagonal. Four rows share one pass over
  /// the sums, which is what the pass costs when there are many numbers.
  private func addDense(_ weights: [Double], _ block: Range<Int>, to sums: inout [Group]) {
    dense.withUnsafeBufferPointer { dense in
      sums.withUnsafeMutableBufferPointer { sums in
        var row = block.lowerBound
        while row < block.upperBound {
          // A row past the end is row 0 of the four again with the weight 0.
          let rows = SIMD4<Int>(row, row + 1, row + 2, row + 3)
          let isPast = rows .>= block.upperBound
          let starts = rows.replacing(with: row, where: isPast) &* groupCount
          var factors = Group.zero
          for lane in 0..<4 where !isPast[lane] { factors[lane] = weights[row + lane] }
          for entry in 0..<groupCount * 4 {
            let (group, lane) = (entry / 4, entry % 4)
            let a = dense[starts[0] + group][lane] * factors[0]
            let b = dense[starts[1] + group][lane] * factors[1]
            let c = dense[starts[2] + group][lane] * factors[2]
            let d = dense[starts[3] + group][lane] * factors[3]
            for other in group..<groupCount {
              var sum = dense[starts[0] + other] * a
              sum += dense[starts[1] + other] * b
              sum += dense[starts[2] + other] * c
              sum += dense[starts[3] + other] * d
              sums[entry * groupCount + other] += sum
            }
          }
          row += 4
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
