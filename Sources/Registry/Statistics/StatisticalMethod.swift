/// How an interval was computed: what a verdict names as its evidence.
public enum StatisticalMethod: String, Sendable, CaseIterable {
  /// Two areas under the ROC curve on the same rows.
  case deLong = "DeLong"
  /// Two shares of the same rows: exact McNemar test, Newcombe's interval for paired shares.
  case mcNemar = "exact McNemar, Newcombe interval"
  /// Any metric of the same rows, which are drawn again and again within each label.
  case bootstrap = "paired stratified bootstrap"
  /// Areas under the ROC curve of which only the counts of rows are known.
  case hanleyMcNeil = "Hanley-McNeil"
  /// One share of some rows.
  case wilson = "Wilson"
  /// Two shares of different rows.
  case newcombe = "Newcombe"
}
