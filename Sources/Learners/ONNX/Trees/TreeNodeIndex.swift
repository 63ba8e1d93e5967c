/// Where in its lists a file has the nodes of each tree.
///
/// A tree is a run of nodes with one tree number, and its root the first of them, as in onnxruntime.
struct TreeNodeIndex {
  /// The runs, in order.
  let trees: [Range<Int>]
  private let treeOfNumber: [Int64: Int]
  private let ids: [Int64]
  /// For each tree whose nodes are not numbered from 0 in order, where each number stands.
  private var places: [Int: [Int64: Int]] = [:]

  /// - Throws: ``LearnerError/brokenONNX(_:)`` when a tree is in two runs or a node is listed twice.
  init(_ lists: TreeNodeLists, _ attributes: ONNXNodeAttributes) throws(LearnerError) {
    var trees: [Range<Int>] = []
    var numbers: [Int64: Int] = [:]
    var start = 0
    for end in 1...lists.trees.count
    where end == lists.trees.count || lists.trees[end] != lists.trees[start] {
      guard numbers.updateValue(trees.count, forKey: lists.trees[start]) == nil else {
        throw attributes.misfit("nodes_treeids")
      }
      trees.append(start..<end)
      start = end
    }
    self.trees = trees
    treeOfNumber = numbers
    ids = lists.ids
    for (tree, run) in trees.enumerated() where !ids[run].elementsEqual(0..<Int64(run.count)) {
      var places: [Int64: Int] = [:]
      for place in run where places.updateValue(place, forKey: ids[place]) != nil {
        throw attributes.misfit("nodes_nodeids")
      }
      self.places[tree] = places
    }
  }

  /// Where the node of a tree, counted in runs, stands.
  func node(_ id: Int64, inRun tree: Int) -> Int? {
    if let places = places[tree] { return places[id] }
    let run = trees[tree]
    return (0..<Int64(run.count)).contains(id) ? run.lowerBound + Int(id) : nil
  }

  /// The run of the tree of this number.
  func tree(_ number: Int64) -> Int? { treeOfNumber[number] }
}
