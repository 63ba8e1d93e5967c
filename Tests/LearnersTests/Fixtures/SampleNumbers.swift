@testable import Learners

/// The rows that `.ci/interop/linear_fixtures.py` draws: three numbers, two of which lean on each other
/// and one of which is large, and a number to predict.
func sampleNumbers() throws -> (features: DesignMatrix, targets: [Double]) {
  var draws = SeededDraws(seed: 20_260_116)
  var (dense, targets): ([Double], [Double]) = ([], [])
  for _ in 0..<150 {
    let (x, z, w) = (draws.nextNumber(), draws.nextNumber(), draws.nextNumber())
    targets.append(2 * x - z + 0.5 * w * w + draws.nextNumber())
    dense += [x, x / 2 + z, 100 + 10 * w]
  }
  return (try DesignMatrix(dense: dense, rowCount: 150, featureCount: 3), targets)
}
