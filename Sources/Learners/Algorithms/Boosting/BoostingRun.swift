/// One fit of gradient boosting.
struct BoostingRun<Loss: BoostingLoss> {
  private let parameters: GradientBoosting
  private let table: BinnedTable
  private let loss: Loss
  private let directions: [Int]
  private let offsets: [Int]
  /// The rows that weigh something.
  private let learned: [UInt32]
  private var generator: SeededGenerator
  /// What all trees so far answer: `loss.outputCount` for each row.
  private(set) var scores: [Double]
  /// The scores of every row before the first tree.
  let baseline: [Double]

  init(
    parameters: GradientBoosting, table: BinnedTable, loss: Loss, weights: [Double],
    directions: [Int]
  ) {
    self.parameters = parameters
    self.table = table
    self.loss = loss
    self.directions = directions
    offsets = table.binner.inputs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    learned = weights.indices.filter { weights[$0] > 0 }.map(UInt32.init)
    generator = SeededGenerator(seed: parameters.seed)
    baseline = loss.baseline
    scores = repeated(baseline, table.rowCount)
  }

  /// Fits tree after tree, until there are enough or `stopping` says so.
  ///
  /// - Throws: what `progress` throws.
  mutating func fit(
    _ stopping: EarlyStopping<Loss>?, _ progress: FitProgress
  ) throws(LearnerError) -> BoostedTrees {
    var stopping = stopping
    var trees: [Tree] = []
    for round in 1...parameters.treeCount {
      // All trees of a round look at the scores before it.
      let responses = loss.responses(scores)
      let units = loss.units(responses)
      for output in 0..<loss.outputCount {
        trees.append(addTree(output, loss.statistics(output, responses, units), units))
      }
      try progress(round, parameters.treeCount)
      let goesOn = stopping?.add(trees.suffix(loss.outputCount)) ?? true
      if !goesOn { break }
    }
    if let stopping { trees.removeLast(trees.count - stopping.keptRounds * loss.outputCount) }
    return BoostedTrees(
      binner: table.binner, baseline: baseline, trees: trees,
      validationLosses: stopping?.losses ?? [])
  }

  /// Grows the next tree, and adds its answers to the scores.
  private mutating func addTree(
    _ output: Int, _ statistics: [GradientSum], _ units: GradientUnits
  ) -> Tree {
    let search = SplitSearch(
      units: units, binner: table.binner, criterion: .newton(l2: parameters.l2),
      minSamplesLeaf: parameters.minSamplesLeaf, directions: directions,
      isConstrained: directions.contains { $0 != 0 })
    let grower = LeafWiseGrower(
      table: table, search: search, offsets: offsets, maxLeaves: parameters.maxLeaves,
      maxDepth: parameters.maxDepth ?? .max, maxThreads: parameters.maxThreads,
      columns: drawColumns(), statistics: statistics)
    var (rows, spareRows) = drawRows()
    var grown = grower.grow(&rows, &spareRows)
    for leaf in grown.leaves {
      let value = parameters.learningRate * search.answer(leaf.target)
      grown.tree.values.append(value)
      for row in rows.rows[leaf.rows] { scores[Int(row) * loss.outputCount + output] += value }
      for row in spareRows.rows[leaf.spareRows] {
        scores[Int(row) * loss.outputCount + output] += value
      }
    }
    return grown.tree
  }

  /// For each column whether the next tree may use it.
  private mutating func drawColumns() -> [Bool] {
    var columns = [Bool](repeating: true, count: table.columnCount)
    let used = max(1, Int((parameters.columnFraction * Double(columns.count)).rounded()))
    guard used < columns.count else { return columns }
    var order = Array(columns.indices)
    generator.shuffle(&order)
    for column in order[used...] { columns[column] = false }
    return columns
  }

  /// The rows of the next tree, and the others.
  ///
  /// Source: Knuth (1997), *The Art of Computer Programming*, volume 2, 3rd edition, algorithm
  /// 3.4.2S.
  private mutating func drawRows() -> (rows: RowPartition, spareRows: RowPartition) {
    var wanted = max(1, Int((parameters.rowFraction * Double(learned.count)).rounded()))
    guard wanted < learned.count else { return (RowPartition(learned), RowPartition([])) }
    var (rows, others): ([UInt32], [UInt32]) = ([], [])
    for (index, row) in learned.enumerated() {
      if generator.number(below: learned.count - index) < wanted {
        rows.append(row)
        wanted -= 1
      } else {
        others.append(row)
      }
    }
    return (RowPartition(rows), RowPartition(others))
  }
}
