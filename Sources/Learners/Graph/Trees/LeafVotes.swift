/// What leaves add to scores, leaf by leaf; leaves are counted through all trees, those of rows that pass
/// before those of rows that fail.
struct LeafVotes<Sum: TreeNumber>: Sendable {
  /// The votes of all leaves.
  let weights: [Sum]
  /// How many votes each leaf has, if these are for scores that follow each other, the same ones in all of
  /// a tree; `nil` when leaves differ.
  let width: Int?
  /// The first score that the leaves of each tree vote for, where ``width`` says how many they are.
  let firstScores: [Int32]
  /// Else the score that each vote is for,
  let scores: [Int32]
  /// and where the votes of each leaf begin, and after the last leaf where they end.
  let starts: [Int32]

  /// A vote, of a leaf that is counted through all trees.
  struct Vote {
    let leaf: Int32
    let score: Int32
    let weight: Sum
  }

  /// - Parameters:
  ///   - votes: Those of one leaf in the order in which they are added.
  ///   - firstLeaves: The first leaf of each tree, and after the last tree how many there are.
  init(_ votes: [Vote], firstLeaves: [Int32]) {
    let leafCount = Int(firstLeaves.last ?? 0)
    var starts = [Int32](repeating: 0, count: leafCount + 1)
    for vote in votes { starts[Int(vote.leaf) + 1] += 1 }
    for leaf in 0..<leafCount { starts[leaf + 1] += starts[leaf] }
    var weights = [Sum](repeating: 0, count: votes.count)
    var scores = [Int32](repeating: 0, count: votes.count)
    var next = starts
    for vote in votes {
      let place = Int(next[Int(vote.leaf)])
      (weights[place], scores[place]) = (vote.weight, vote.score)
      next[Int(vote.leaf)] += 1
    }
    self.weights = weights
    if let width = Self.width(starts, scores, firstLeaves) {
      self.width = width
      firstScores = firstLeaves.dropLast().map { width == 0 ? 0 : scores[Int($0) * width] }
      (self.scores, self.starts) = ([], [])
    } else {
      (width, firstScores) = (nil, [])
      (self.scores, self.starts) = (scores, starts)
    }
  }

  private static func width(
    _ starts: [Int32], _ scores: [Int32], _ firstLeaves: [Int32]
  ) -> Int? {
    guard starts.count > 1 else { return nil }
    let width = Int(starts[1])
    for (start, end) in zip(firstLeaves, firstLeaves.dropFirst()) {
      for leaf in Int(start)..<Int(end) {
        guard Int(starts[leaf]) == leaf * width, Int(starts[leaf + 1]) == (leaf + 1) * width
        else { return nil }
        for vote in 0..<width
        where scores[leaf * width + vote] != scores[Int(start) * width] + Int32(vote) {
          return nil
        }
      }
    }
    return width
  }
}
