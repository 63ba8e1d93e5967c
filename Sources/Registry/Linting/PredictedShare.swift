/// How many rows a section without a confusion matrix must have predicted positive.
///
/// recall · positive rows = precision · rows predicted positive, so recall, precision and the share
/// of positive rows tell the share predicted positive. Where the section does not state how many are
/// positive, another section of the same file does: splits are cut from the same data.
struct PredictedShare {
  private let section: MetricsSection
  private let recall: JSONNumber
  private let precision: JSONNumber
  private let prevalence: Double
  /// The section that the share of positive rows is borrowed from.
  private let lender: MetricsSection?
  /// The share of rows predicted positive.
  let share: Double

  /// `nil` when the files do not tell.
  init?(_ section: MetricsSection, among sections: [MetricsSection]) {
    guard let recall = section.number(.recall), let precision = section.number(.precision),
      let found = recall.double, let right = precision.double, found > 0, right > 0
    else { return nil }
    lender =
      section.prevalence == nil
      ? sections.first { $0.prevalence.map { $0 > 0 && $0 < 1 } ?? false } : nil
    guard let prevalence = section.prevalence ?? lender?.prevalence else { return nil }
    self.section = section
    self.recall = recall
    self.precision = precision
    self.prevalence = prevalence
    share = min(1, prevalence * found / right)
  }

  /// Whether nearly every row is predicted positive, and few of those that are negative are not. A
  /// borrowed share is an estimate, so 95 in 100 will do.
  var isNearlyAll: Bool {
    share >= (lender == nil ? 0.99 : 0.95) && 10 * (1 - share) <= 1 - prevalence
  }

  /// The finding in words.
  var text: String {
    let known = "recall \(recall.literal.prefix(40)) at precision \(precision.literal.prefix(40))"
    let source = lender.map { "if, as in \($0.title)," } ?? "since"
    let percentage = (100 * prevalence).rounded(toPlaces: 1)
    let condition = "\(source) \(percentage) % of the rows are positive"
    guard let rows = section.rowCount, rows <= ConfusionCounts.largest else {
      let percent = (100 * share).rounded(toPlaces: 1)
      return "\(known) means \(percent) % of the rows predicted positive, \(condition)"
    }
    let about = Int((share * Double(rows)).rounded())
    let most = largestCount(of: rows, from: about)
    let counts = most > about ? "about \(about), at most \(most)," : "\(most)"
    return "\(known) means \(counts) of \(rows) rows predicted positive, \(condition)"
  }

  /// The largest number of rows predicted positive of which whole rows give the printed precision.
  private func largestCount(of rows: Int, from lowest: Int) -> Int {
    guard let value = precision.double else { return lowest }
    // Beyond so many rows any number does.
    let candidates = max(lowest, rows - 100_000)...rows
    return candidates.reversed().first { count in
      let right = (value * Double(count)).rounded()
      return (right / Double(count) - value).magnitude <= precision.rounding
    } ?? lowest
  }
}
