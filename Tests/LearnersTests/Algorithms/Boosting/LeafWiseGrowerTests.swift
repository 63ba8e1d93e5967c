import Testing

@testable import Learners

@Suite struct `A tree that grows leaf by leaf` {
  /// With 0 every sum is taken from the parent's where it can be, with a million none is.
  @Test(arguments: [0, 1, 1_000_000])
  func `is the same however its leaves are summed up`(rowsForBin: Int) throws {
    let (rows, labels) = sampleClassification(900, seed: 101)
    let table = try bins(of: rows)
    var expected = grower(table, labels)
    expected.rowsForBin = 4
    var found = grower(table, labels)
    found.rowsForBin = rowsForBin
    var (some, others) = (RowPartition(Array(0..<900)), RowPartition([]))
    let tree = expected.grow(&some, &others).tree
    (some, others) = (RowPartition(Array(0..<900)), RowPartition([]))
    #expect(found.grow(&some, &others).tree == tree)
    #expect(tree.nodes.count == 61)
  }
}

/// Grows a tree of 31 leaves on labels.
private func grower(_ table: BinnedTable, _ labels: [Int]) -> LeafWiseGrower {
  let units = GradientUnits(rowCount: table.rowCount, largestGradient: 1, largestHessian: 1)
  let search = SplitSearch(
    units: units, binner: table.binner, criterion: .newton(l2: 0), minSamplesLeaf: 5,
    directions: [0, 0, 0, 0], isConstrained: false)
  return LeafWiseGrower(
    table: table, search: search,
    offsets: table.binner.inputs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) },
    maxLeaves: 31, maxDepth: .max, maxThreads: 1, columns: [true, true, true, true],
    statistics: labels.map { units.sum(gradient: Double($0) - 0.5, hessian: 1) })
}
