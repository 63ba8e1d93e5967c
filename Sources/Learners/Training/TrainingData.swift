/// The rows of a training: who learns, who chooses, who measures.
struct TrainingData: Sendable {
  /// All of them; numbers in single precision, which is what a model will be given.
  let all: LearningRows
  /// How the rows were divided.
  let method: SplitMethod
  /// Rows to learn from and rows to measure candidates on: one pair, or one a fold.
  let rounds: [RowFold]
  /// Rows that the model that is written learns from, ascending.
  let learned: [Int]
  /// Rows to measure the chosen model on, ascending.
  let test: [Int]

  var features: Table { all.features }
  var target: TargetEncoding { all.target }

  /// Whether candidates are measured by cross-validation.
  var isCrossValidated: Bool { rounds.count > 1 }

  /// The rows that candidates are measured on, ascending, each once.
  var measured: [Int] { rounds.flatMap(\.validation).sorted() }

  /// With fewer rows of a class than this to learn from, a score says nothing.
  private static let leastRows = 5

  /// No smaller share of the rows to learn from has enough of each class.
  var smallestShare: Double {
    let counts = rounds.flatMap { round in
      guard target.task != .regression else { return [round.train.count] }
      return round.train.reduce(into: [Int](repeating: 0, count: target.classes.count)) {
        $0[target.labels[$1]] += 1
      }
    }
    return min(1, Double(Self.leastRows) / Double(max(1, counts.min() ?? 0)))
  }

  /// A share of some rows, each class in its proportion where there are classes, and none left out.
  ///
  /// - Parameters:
  ///   - share: above 0; all rows from 1 on.
  ///   - rows: the rows.
  ///   - seed: what is drawn by.
  /// - Returns: some of them, ascending.
  func part(_ share: Double, of rows: [Int], seed: UInt64) -> [Int] {
    guard share < 1 else { return rows }
    var generator = SeededGenerator(seed: seed)
    var part: [Int] = []
    let labels = target.task == .regression ? nil : target.labels
    for (_, members) in RowSplit.classes(of: rows, labels: labels) {
      var members = members
      generator.shuffle(&members)
      part += members.prefix(max(1, Int((share * Double(members.count)).rounded())))
    }
    return part.sorted()
  }
}
