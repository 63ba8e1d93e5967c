/// A moment at which the power may go: what is durable, and what may or may not be.
package struct DiskMoment: Sendable {
  let durable: DiskTree
  let pending: [DiskEffect]

  /// How many sets of flushed changes are tried where there are too many for all.
  package enum Effort: Sendable {
    case quick
    case full

    /// Up to so many unflushed changes, each of their subsets is tried.
    var exhaustiveCount: Int { self == .quick ? 3 : 8 }
    var sampleCount: Int { self == .quick ? 2 : 64 }
  }

  /// Trees that the disk may hold after a power cut at this moment; some of them more than once.
  package func crashStates(
    _ effort: Effort, using generator: inout some RandomNumberGenerator
  ) -> [DiskTree] {
    let count = pending.count
    var choices: [[DiskEffect.Tear?]] = []
    func choose(_ isKept: (Int) -> Bool) {
      choices.append((0..<count).map { isKept($0) ? .whole : nil })
    }
    if count <= effort.exhaustiveCount {
      for subset in 0..<(1 << count) { choose { subset >> $0 & 1 == 1 } }
    } else {
      choose { _ in false }
      choose { _ in true }
      for index in 0..<count {
        choose { $0 == index }
        choose { $0 != index }
      }
      for _ in 0..<effort.sampleCount {
        let subset = (0..<count).map { _ in Bool.random(using: &generator) }
        choose { subset[$0] }
      }
    }
    // Each write torn in each way: alone, with everything else, and with a part of it.
    for (index, effect) in pending.enumerated() where effect.isWrite {
      for tear in DiskEffect.Tear.allCases where tear != .whole {
        let part = (0..<count).map { _ in Bool.random(using: &generator) }
        for others in [(0..<count).map { _ in false }, (0..<count).map { _ in true }, part] {
          var choice = others.map { $0 ? DiskEffect.Tear.whole : nil }
          choice[index] = tear
          choices.append(choice)
        }
      }
    }
    return choices.map(tree)
  }

  private func tree(_ choice: [DiskEffect.Tear?]) -> DiskTree {
    var tree = durable
    for (effect, tear) in zip(pending, choice) {
      if let tear { effect.apply(to: &tree, tear) }
    }
    return tree
  }
}
