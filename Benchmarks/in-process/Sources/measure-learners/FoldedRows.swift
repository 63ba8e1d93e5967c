import Learners

/// The rows to fit and those held out, of a table with the columns `target` and `fold`.
struct FoldedRows {
  let table: Table
  let targets: [Double]
  /// The targets where they are classes.
  let labels: [Int]
  let heldOut: Table

  init(path: String, fold: Double) throws {
    let all = try CSVReader().read(path: path).table
    guard case .numbers(let folds) = try all.column("fold").values,
      case .numbers(let targets) = try all.column("target").values
    else { throw LearnerError.noSuchColumn("fold, of numbers", known: all.columns.map(\.name)) }
    let names: Set = ["fold", "target"]
    let inputs = Table(
      columns: all.columns.filter { !names.contains($0.name) }, rowCount: all.rowCount)
    let fitted = folds.indices.filter { folds[$0] != fold }
    table = inputs.rows(fitted)
    heldOut = inputs.rows(folds.indices.filter { folds[$0] == fold })
    self.targets = fitted.map { targets[$0] }
    labels = self.targets.map { Int($0) }
  }

  var columns: [String] { table.columns.map(\.name) }
  var classCount: Int { (labels.max() ?? 0) + 1 }
}
