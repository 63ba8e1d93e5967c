/// The step `x` with `A x = right`, by conjugate gradients, from products with `A` alone.
///
/// Preconditioned with the diagonal. Stops when the residual, measured with the preconditioner, has
/// shrunk to `tolerance` of what it was, when `A` shows no curvature, or after twice as many
/// products as `right` has entries.
///
/// - Parameters:
///   - right: the right-hand side.
///   - diagonal: the diagonal of `A`; entries of 0 mark coordinates that do not move.
///   - tolerance: in 0..<1.
///   - multiply: the product of `A`, symmetric and positive semidefinite, with a vector.
/// - Returns: a vector as long as `right`.
/// - Complexity: a product with `A` for each iteration; O(√κ) iterations.
///
/// Source: Nocedal & Wright (2006), *Numerical Optimization*, 2nd ed., algorithm 5.3.
func conjugateGradients(
  right: [Double], diagonal: [Double], tolerance: Double, multiply: ([Double]) -> [Double]
) -> [Double] {
  var x = [Double](repeating: 0, count: right.count)
  var residual = right
  var direction = zip(right, diagonal).map { $1 > 0 ? $0 / $1 : 0 }
  var energy = product(residual, direction)
  let enough = energy * tolerance * tolerance
  for _ in 0..<2 * right.count where energy > enough {
    let image = multiply(direction)
    let curvature = product(direction, image)
    guard curvature > 0 else { break }
    let length = energy / curvature
    var next = 0.0
    var preconditioned = direction
    for index in x.indices {
      x[index] += length * direction[index]
      residual[index] -= length * image[index]
      preconditioned[index] = diagonal[index] > 0 ? residual[index] / diagonal[index] : 0
      next += residual[index] * preconditioned[index]
    }
    let turn = next / energy
    for index in x.indices { direction[index] = preconditioned[index] + turn * direction[index] }
    energy = next
  }
  return x
}

/// The inner product of two vectors of one length.
func product(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}
