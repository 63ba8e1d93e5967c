extension TreeFault {
  /// What is wrong, in words; trees and nodes are counted from 0, as XGBoost and LightGBM do.
  var reason: String {
    switch self {
    case .empty(let tree): "tree \(tree) has no nodes"
    case .child(let tree, let node):
      "node \(node) of tree \(tree) leads to one that is not there"
    case .reachedTwice(let tree, let node): "node \(node) of tree \(tree) is reached twice"
    case .column(let tree, let node):
      "node \(node) of tree \(tree) looks at a feature that is not there"
    case .vote(let tree, _): "a leaf of tree \(tree) is for a class that is not there"
    case .tooMany: "it has more nodes than can be numbered"
    }
  }
}
