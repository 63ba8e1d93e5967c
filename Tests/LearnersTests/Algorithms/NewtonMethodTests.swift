import Testing

@testable import Learners

@Suite struct `Newton's method` {
  /// Far out the loss is almost straight, so that a whole step goes much too far.
  @Test(arguments: [0, 1_024])
  func `finds the minimum from far away too`(choleskyLimit: Int) throws {
    let fixture = LearningFixtures.learning[0]
    let rows = table(fixture.train)
    let features = try ColumnTransformer(columns: rows.columns.map(\.name)).fit(rows)
      .transform(rows)
    let design = PaddedDesign(features)
    var penalty = [Double](repeating: 1e-3, count: design.width)
    penalty[design.interceptIndex] = 0
    let method = NewtonMethod(
      objective: LogisticObjective(
        design: design,
        loss: LogisticLoss(labels: fixture.labels, weights: fixture.labels.map { _ in 1 }),
        choleskyLimit: choleskyLimit),
      penalty: penalty, totalWeight: 30, maxIterations: 100, tolerance: 1e-10)
    let near = try method.minimise(from: design.padded(coefficients: [], intercept: 0))
    let far = try method.minimise(from: design.padded(coefficients: [20, -30, 40], intercept: -50))
    #expect(near.converged && far.converged)
    #expect(agree(far.vector, near.vector, relative: 1e-7, absolute: 1e-9))
  }
}
