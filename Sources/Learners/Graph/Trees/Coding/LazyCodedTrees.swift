internal import Synchronization

/// Coded trees that are made when enough rows came by: until then each row costs less than they would.
///
/// A class, because rows are scored by values that many share, and because it is made once.
final class LazyCodedTrees<Feature: TreeNumber>: Sendable {
  private struct State {
    /// What was scored so far, in rows that came with others; one that comes alone gains less.
    var work = 0.0
    /// The groups; `nil` before they are made, and empty when the trees cannot be coded.
    var groups: [TreeGroup<Feature>]?
    /// Whether they take rows that come alone, which trees of many leaves never do.
    var takeSingleRows: Bool?
  }

  /// How many rows that come alone are as much work as one that comes with others.
  private static var singleRows: Double { 100 }

  private let state = Mutex(State())

  /// The groups, if they pay for the rows that were seen and these; else `nil`.
  ///
  /// Each caller that comes while they are made waits.
  ///
  /// - Parameters:
  ///   - trees: What they are made of.
  ///   - rows: How many rows there are.
  ///   - areSingle: Whether they are scored one by one.
  /// - Returns: The groups, all trees in them.
  func groups(
    _ trees: TreeNodes<Feature>, rows: Int, areSingle: Bool = false
  ) -> [TreeGroup<Feature>]? {
    state.withLock { state in
      let takeSingleRows = state.takeSingleRows ?? TreeGrouping.areSmall(trees)
      state.takeSingleRows = takeSingleRows
      if areSingle && !takeSingleRows { return nil }
      if state.groups == nil {
        state.work += areSingle ? Double(rows) / Self.singleRows : Double(rows)
        guard state.work * Double(trees.roots.count) * 4 > Double(trees.nodes.count) else {
          return nil
        }
        let groups = TreeGrouping.groups(trees) ?? []
        state.takeSingleRows = !groups.isEmpty && groups.allSatisfy(\.takesSingleRows)
        state.groups = groups
        if areSingle, state.takeSingleRows == false { return nil }
      }
      return state.groups.flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
