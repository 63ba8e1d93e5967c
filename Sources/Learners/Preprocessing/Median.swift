/// The median of some numbers.
///
/// - Parameter values: finite numbers, in any order; they come back in another.
/// - Returns: the middle one, or the mean of the middle two; `nil` when there are none.
/// - Complexity: O(*n*) expected.
func takeMedian(of values: inout [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let middle = values.count / 2
  let upper = select(middle, in: &values)
  guard values.count.isMultiple(of: 2) else { return upper }
  let lower = values[..<middle].max() ?? upper
  return (lower + upper) / 2
}

/// The value that sorting would put at `rank`; smaller ones stand before it afterwards.
///
/// Source: Hoare (1961), *Algorithm 65: Find*, with the median of three as pivot.
private func select(_ rank: Int, in values: inout [Double]) -> Double {
  var low = 0
  var high = values.count - 1
  // A bad run of pivots would cost n²; sorting what is left after so many bounds it.
  var rounds = 64
  while low < high {
    if rounds == 0 {
      values[low...high].sort()
      break
    }
    rounds -= 1
    let (left, right) = partition(&values, low, high)
    if rank <= right { high = right } else if rank >= left { low = left } else { break }
  }
  return values[rank]
}

/// Splits `low...high` so that everything up to `right` is at most, everything from `left` at
/// least the pivot; what lies between equals it.
private func partition(
  _ values: inout [Double], _ low: Int, _ high: Int
) -> (left: Int, right: Int) {
  let pivot = median(values[low], values[low + (high - low) / 2], values[high])
  var left = low
  var right = high
  while left <= right {
    while values[left] < pivot { left += 1 }
    while values[right] > pivot { right -= 1 }
    if left <= right {
      values.swapAt(left, right)
      left += 1
      right -= 1
    }
  }
  return (left, right)
}

private func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
  max(min(a, b), min(max(a, b), c))
}
