/// What is wrong with trees that were to be compiled; readers say it in the words of their formats.
/// `tree` and `node` count from 0.
enum TreeFault: Error, Equatable {
  /// A tree without nodes.
  case empty(tree: Int)
  /// A node leads to one that is not there.
  case child(tree: Int, node: Int)
  /// A node is reached twice: it has two parents, or is below itself.
  case reachedTwice(tree: Int, node: Int)
  /// A node looks at a column that there is not.
  case column(tree: Int, node: Int)
  /// A vote is of no node, or for no score; `vote` counts the tree's votes.
  case vote(tree: Int, vote: Int)
  /// More nodes, votes or membership tests than can be numbered.
  case tooMany
}
