import Registry

/// What a gate on the area under the ROC curve sees of many pairs of models.
///
/// usage: gate-verdicts ROWS... < PAIRS
///
/// PAIRS has three lines a pair: the labels (0 or 1), the champion's probabilities and the
/// challenger's, separated by spaces. For each pair and each number of ROWS, of which so many are
/// taken from the start, a line tells both areas and the interval of the difference.
@main struct GateVerdicts {
  static func main() throws {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    while let line = readLine(), let first = readLine(), let second = readLine() {
      let labels = line.split(separator: " ").map { $0 == "1" }
      let (champion, challenger) = (numbers(first), numbers(second))
      for size in sizes {
        let found = try DeLong(
          PairedPredictions(
            labels: Array(labels.prefix(size)), first: Array(champion.prefix(size)),
            second: Array(challenger.prefix(size)))
        ).comparison()
        print(size, found.first, found.second, found.difference.lower, found.difference.upper)
      }
    }
  }

  private static func numbers(_ line: String) -> [Double] {
    line.split(separator: " ").compactMap { Double($0) }
  }
}
