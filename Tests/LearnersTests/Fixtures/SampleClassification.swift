@testable import Learners

/// Rows of two numbers, one with missing cells, and two categories, and a score of each row that leans on
/// the first number and the first category.
func sampleScores(_ count: Int, seed: UInt64) -> (Table, [Double]) {
  var draws = SeededDraws(seed: seed)
  var (x, z, t, u, scores): ([Double], [Double], [String], [String], [Double]) = (
    [], [], [], [], []
  )
  for row in 0..<count {
    x.append(draws.nextNumber())
    z.append(draws.next(below: 5) == 0 ? .nan : draws.nextNumber())
    t.append(["a", "b", "c", ""][draws.next(below: 4)])
    u.append(["yes", "no"][draws.next(below: 2)])
    scores.append(2 * x[row] + (t[row] == "b" ? 1 : 0) + 0.7 * draws.nextNumber() - 0.2)
  }
  let columns = [numeric("x", x), categorical("t", t), numeric("z", z), categorical("u", u)]
  return (Table(columns: columns, rowCount: count), scores)
}

/// The same rows; the label is 1 where the score is above 0.
func sampleClassification(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  let (table, scores) = sampleScores(count, seed: seed)
  return (table, scores.map { $0 > 0 ? 1 : 0 })
}

/// The same rows; the class is 0, 1 or 2, the higher the larger the score.
func sampleClasses(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  let (table, scores) = sampleScores(count, seed: seed)
  return (table, scores.map { $0 > 0.8 ? 2 : $0 > -0.6 ? 1 : 0 })
}
