/// Watches the loss on rows that are not learned from.
struct EarlyStopping<Loss: BoostingLoss>: Sendable {
  private let input: TreeInput
  private let loss: Loss
  private let patience: Int
  private var scores: [Double]
  /// The mean loss after each round.
  private(set) var losses: [Double] = []

  /// - Parameters:
  ///   - input: the rows.
  ///   - loss: of these rows.
  ///   - baseline: the scores of every row before the first tree.
  ///   - patience: how many rounds without a smaller loss there may be.
  init(input: TreeInput, loss: Loss, baseline: [Double], patience: Int) {
    self.input = input
    self.loss = loss
    self.patience = patience
    scores = repeated(baseline, input.rowCount)
  }

  /// How many rounds it took to the smallest loss, of equally small ones the first.
  var bestRounds: Int {
    (losses.indices.min { losses[$0] < losses[$1] } ?? -1) + 1
  }

  /// Takes the trees of a round, and tells whether there should be another one.
  mutating func add(_ trees: ArraySlice<Tree>) -> Bool {
    for (output, tree) in trees.enumerated() {
      tree.add(to: &scores, of: input, output: output, outputCount: loss.outputCount)
    }
    losses.append(loss.mean(scores))
    return losses.count - bestRounds < patience
  }
}
