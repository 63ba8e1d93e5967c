@testable import Learners

/// Rows of two numbers, one with missing cells, and two categories; the label leans on the first
/// number and the first category.
func sampleClassification(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  var draws = SeededDraws(seed: seed)
  var (x, z, t, u, labels): ([Double], [Double], [String], [String], [Int]) = ([], [], [], [], [])
  for row in 0..<count {
    x.append(draws.nextNumber())
    z.append(draws.next(below: 5) == 0 ? .nan : draws.nextNumber())
    t.append(["a", "b", "c", ""][draws.next(below: 4)])
    u.append(["yes", "no"][draws.next(below: 2)])
    let score = 2 * x[row] + (t[row] == "b" ? 1 : 0) + 0.7 * draws.nextNumber() - 0.2
    labels.append(score > 0 ? 1 : 0)
  }
  let columns = [numeric("x", x), categorical("t", t), numeric("z", z), categorical("u", u)]
  return (Table(columns: columns, rowCount: count), labels)
}

/// Rows as ``sampleClassification(_:seed:)`` has, of three classes: 0 and 1 are its labels, 2 takes
/// most rows whose second number is large.
func sampleClasses(_ count: Int, seed: UInt64) -> (Table, [Int]) {
  let (table, labels) = sampleClassification(count, seed: seed)
  guard case .numbers(let z) = table.columns[2].values else { return (table, labels) }
  return (table, zip(z, labels).map { $0 > 0.3 ? 2 : $1 })
}
