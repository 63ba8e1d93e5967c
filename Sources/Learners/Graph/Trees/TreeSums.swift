/// How the votes of leaves become the scores of a row.
///
/// A score begins with its start, takes the votes for it in the order of the trees, is finished by the
/// aggregate and gets its base, each step in the precision of the sums.
struct TreeSums: Sendable {
  /// How many scores a row has, at least 1.
  var scoreCount: Int
  var aggregate = TreeAggregate.sum
  /// What each score begins with, before the first vote; one for each score, or none.
  var starts: [Double] = []
  /// What each score gets in the end; one for each score, or none.
  var bases: [Double] = []
}
