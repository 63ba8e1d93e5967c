extension PaddedDesign {
  /// The weighted Gram matrix with `penalty` on its diagonal, factored.
  ///
  /// - Parameters:
  ///   - weights: one for each row.
  ///   - penalty: one for each entry of a vector.
  /// - Returns: the factor, or `nil` when the matrix is singular.
  /// - Complexity: O(rows × (numbers + categorical columns)² + `width`³).
  func factor(_ weights: [Double], penalty: [Double]) -> CholeskyFactor? {
    var matrix = gram(weights)
    for index in 0..<width {
      matrix[index * width + index] += penalty[index]
      // Dead entries have empty lines; a 1 keeps them where they are.
      if matrix[index * width + index] == 0 { matrix[index * width + index] = 1 }
    }
    return CholeskyFactor(matrix, width: width)
  }

  /// The product of the weighted Gram matrix with a vector, without the matrix.
  ///
  /// - Complexity: O(rows × (numbers + categorical columns)).
  func gramProduct(_ weights: [Double], _ vector: [Double]) -> [Double] {
    var scores = product(vector)
    for row in scores.indices { scores[row] *= weights[row] }
    return transposedProduct(scores)
  }
}
