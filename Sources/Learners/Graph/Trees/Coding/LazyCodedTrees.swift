internal import Synchronization

/// Coded trees that are made when enough rows came by: until then each row costs less than they would.
///
/// A class, because rows are scored by values that many share, and because it is made once.
final class LazyCodedTrees<Feature: TreeNumber>: Sendable {
  private struct State {
    var rowCount = 0
    /// The groups; `nil` before they are made, and empty when the trees cannot be coded.
    var groups: [TreeGroup<Feature>]?
  }

  private let state = Mutex(State())

  /// The groups, if they pay for the rows that were seen and these; else `nil`.
  ///
  /// Each caller that comes while they are made waits.
  func groups(_ trees: TreeNodes<Feature>, rows: Int) -> [TreeGroup<Feature>]? {
    state.withLock { state in
      if state.groups == nil {
        state.rowCount += rows
        guard state.rowCount * trees.roots.count * 4 > trees.nodes.count else { return nil }
        state.groups = TreeGrouping.groups(trees) ?? []
      }
      return state.groups.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
