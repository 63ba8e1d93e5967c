/// Watches the loss on rows that are not learned from, and may stop a fit by it.
struct EarlyStopping<Loss: BoostingLoss>: Sendable {
  private let input: TreeInput
  private let loss: Loss
  private let patience: Int?
  private var scores: [Double]
  /// The mean loss after each round.
  private(set) var losses: [Double] = []

  /// - Parameters:
  ///   - input: the rows.
  ///   - loss: of these rows.
  ///   - baseline: the scores of every row before the first tree.
  ///   - patience: how many rounds without a smaller loss there may be; `nil` for any number.
  init(input: TreeInput, loss: Loss, baseline: [Double], patience: Int?) {
    self.input = input
    self.loss = loss
    self.patience = patience
    scores = repeated(baseline, input.rowCount)
  }

  /// How many rounds are kept: those to the smallest loss, of equally small ones to the first; all where
  /// nothing is stopped.
  var keptRounds: Int {
    guard patience != nil else { return losses.count }
    return (losses.indices.min { losses[$0] < losses[$1] } ?? -1) + 1
  }

  /// Takes the trees of a round, and tells whether there should be another one.
  mutating func add(_ trees: ArraySlice<Tree>) -> Bool {
    for (output, tree) in trees.enumerated() {
      tree.add(to: &scores, of: input, output: output, outputCount: loss.outputCount)
    }
    losses.append(loss.mean(scores))
    return patience.map { losses.count - keptRounds < $0 } ?? true
  }
}
