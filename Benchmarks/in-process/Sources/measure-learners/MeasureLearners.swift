import Glibc
import Learners

/// Does one piece of work and prints a line of JSON: the seconds it took, those on processors, the
/// largest size of the process meanwhile, by how much that is more than before, and answers.
///
/// usage: measure-learners read CSV
///        measure-learners fit linear|forest|boosting TASK CSV FOLD THREADS
///
/// `read` begins with a file and ends with a table. `fit` begins with a table in memory and ends
/// with a model. TASK is a task as the metadata names it. CSV has a column `target`, of numbers or
/// of classes 0, 1, …, and a column `fold`: where that is FOLD, rows are held out and answered for.
@main struct MeasureLearners {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 3, words[1] == "read" {
      let (csv, measurement) = try Measurement.of { try CSVReader().read(path: words[2]) }
      print(measurement.json(answers: [Double(csv.table.rowCount)]))
    } else if words.count == 7, words[1] == "fit", let task = LearningTask(rawValue: words[3]),
      let fold = Double(words[5]), let threads = Int(words[6])
    {
      let rows = try FoldedRows(path: words[4], fold: fold)
      let fit = LearnerFit(learner: words[2], task: task, rows: rows, threads: threads)
      let (answers, measurement) = try Measurement.of { try fit.run() }
      print(measurement.json(answers: try answers(rows.heldOut)))
    } else {
      print("usage: measure-learners read CSV")
      print("       measure-learners fit linear|forest|boosting TASK CSV FOLD THREADS")
      exit(64)
    }
  }
}
