import Glibc
import Learners
import Registry

/// Fits trees on one CSV file, measures them on another, and prints a line of JSON: the seconds of
/// the fit from a table in memory on, the largest resident size in MiB, and the area under the ROC
/// curve on TEST.
///
/// usage: fit-trees boosting|forest TRAIN TEST TARGET POSITIVE THREADS
@main struct FitTrees {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 7, let threads = Int(words[6]) else {
      print("usage: fit-trees boosting|forest TRAIN TEST TARGET POSITIVE THREADS")
      exit(64)
    }
    let train = try Rows(path: words[2], target: words[4], positive: words[5])
    let test = try Rows(path: words[3], target: words[4], positive: words[5])
    let clock = ContinuousClock()
    let start = clock.now
    let bins = try ColumnBinner(columns: train.features).fit(train.table).transform(train.table)
    let probabilities = try fit(words[1], bins, train.labels, threads: threads)
    let taken = (clock.now - start).components
    let seconds = Double(taken.seconds) + Double(taken.attoseconds) / 1e18
    let scores = try probabilities(test.table)
    let area = try areaUnderROC(scores: scores, labels: test.labels)
    print(#"{"seconds": \#(seconds), "mib": \#(largestResidentMiB()), "auc": \#(area)}"#)
  }

  static func fit(
    _ kind: String, _ bins: BinnedTable, _ labels: [Int], threads: Int
  ) throws -> (Table) throws -> [Double] {
    if kind == "boosting" {
      var learner = GradientBoosting()
      (learner.treeCount, learner.maxThreads) = (200, threads)
      let model = try learner.fit(bins, labels: labels)
      return { try model.probabilities($0) }
    }
    var learner = RandomForest()
    (learner.treeCount, learner.maxDepth, learner.maxThreads) = (200, 10, threads)
    let model = try learner.fit(bins, labels: labels)
    return { try model.probabilities($0) }
  }

  /// What the kernel calls VmHWM; `getrusage` would answer for the parent process, too.
  static func largestResidentMiB() -> Int {
    guard let status = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), status) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\t" }
      if words.first == "VmHWM:" { return (Int(words[1]) ?? 0) / 1_024 }
    }
    return 0
  }
}

/// A table with its target as labels.
struct Rows {
  let table: Table
  let labels: [Int]
  let features: [String]

  init(path: String, target: String, positive: String) throws {
    table = try CSVReader(types: [target: .categorical]).read(path: path).table
    features = table.columns.map(\.name).filter { $0 != target }
    guard case .categories(let codes, let levels) = try table.column(target).values else {
      throw LearnerError.noSuchLabel(positive, column: target, known: [])
    }
    labels = codes.map { $0 >= 0 && levels[Int($0)] == positive ? 1 : 0 }
  }
}
