import Foundation
import Registry
import TestSupport
import Testing

/// 120 rows with a day and a shop: who is older than 40 says yes, but for every tenth.
private let rows = (0..<120).map { index in
  let age = 20 + (7 * index) % 41
  let isYes = (age > 40) != (index % 10 == 0)
  let level = age < 34 ? "low" : age < 48 ? "mid" : "high"
  return "\(index / 2),shop \(index % 12),\(age),\(["a", "b"][index % 2]),\(isYes ? "yes" : "no"),"
    + "\(level),\(Double(age) * 1.5 + Double(index % 3))"
}

@Suite struct `The options of registry train` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.directory.write(
      "day,shop,age,job,y,level,price\n" + rows.joined(separator: "\n") + "\n", to: "rows.csv")
    try place.directory.write(
      #"{"logistic-regression": {"C": {"low": 0.1, "high": 10, "log": true}}}"#, to: "space.json")
  }

  /// Trains a linear model without the other two columns that could be predicted.
  private func train(
    _ words: [String], target: String = "y", model: String? = "logistic-regression"
  ) -> Workplace.Answer {
    place.run(
      ["train", "--data", place.directory.file("rows.csv"), "--target", target]
        + ["--output", place.artifacts, "--json"]
        + ["--drop", ["y", "level", "price"].filter { $0 != target }.joined(separator: ",")]
        + (model.map { ["--model", $0] } ?? []) + words)
  }

  private func metadata() throws -> [String: Any] {
    let data = Data(try place.directory.read("artifacts/model_metadata_v1.json").utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `choose the algorithms and their hyperparameters`() throws {
    let json = try #require(
      train(
        [
          "--param", "gradient-boosting.n_estimators=3", "--param", "logistic-regression.C=0.5",
        ], model: "logistic-regression,gradient-boosting"
      ).json)
    let candidates = try #require(json["candidates"] as? [[String: Any]])
    #expect(
      Set(candidates.compactMap { $0["model"] as? String })
        == ["logistic-regression", "gradient-boosting"])
    for candidate in candidates {
      #expect(
        Set(candidate.keys) == [
          "model", "hyperparameters", "trial", "score", "score_std", "seconds",
        ])
      let found = try #require(candidate["hyperparameters"] as? [String: Any])
      #expect(found["n_estimators"] as? Int == 3 || found["C"] as? Double == 0.5)
    }
  }

  @Test(arguments: [
    ("level", "multiclass_classification", "log_loss", true),
    ("price", "regression", "rmse", false),
  ])
  func `leave it to the target's cells what is predicted`(
    target: String, task: String, metric: String, hasClasses: Bool
  ) throws {
    let model = hasClasses ? "logistic-regression" : "ridge"
    let answer = train([], target: target, model: model)
    let json = try #require(answer.json)
    #expect(json["task"] as? String == task)
    #expect(json["metric"] as? String == metric)
    #expect((json["classes"] != nil) == hasClasses)
    #expect(json["threshold"] == nil && json["calibration"] == nil)
    #expect(answer.errors.hasPrefix("note: '\(target)' ") && answer.errors.contains("--task"))
    #expect(train(["--task", task], target: target, model: model).errors == "")
  }

  @Test func `rank by folds`() throws {
    let json = try #require(train(["--cv", "3", "--metric", "log_loss"]).json)
    let candidate = try #require((json["candidates"] as? [[String: Any]])?.first)
    #expect(candidate["score_std"] is Double)
    #expect(json["metric"] as? String == "log_loss")
    #expect(json["training_rows"] as? Int == 96)
  }

  @Test(arguments: [
    ("--time-column", "day", "time_ordered"), ("--group-column", "shop", "grouped"),
  ])
  func `divide rows by a column`(option: String, column: String, method: String) throws {
    let json = try #require(train([option, column]).json)
    #expect((json["features"] as? [String])?.contains(column) == false)
    let split = try #require(metadata()["split"] as? [String: Any])
    #expect(split["method"] as? String == method && split["column"] as? String == column)
  }

  @Test(arguments: [
    (["--threshold", "0.3"], "fixed", "min_recall"), (["--threshold", "max_f1"], "max_f1", ""),
    (["--threshold", "max_recall", "--min-precision", "0.5"], "max_recall", "min_precision"),
    (["--threshold", "max_precision", "--min-recall", "0.5"], "max_precision", "min_recall"),
  ])
  func `choose a threshold`(words: [String], objective: String, kept: String) throws {
    let json = try #require(train(words + ["--calibration", "sigmoid"]).json)
    #expect(json["calibration"] as? String == "sigmoid")
    let policy = try #require(metadata()["threshold_policy"] as? [String: Any])
    #expect(policy["objective"] as? String == objective)
    #expect(policy["threshold_value"] as? Double == json["threshold"] as? Double)
    #expect(policy[kept] as? Double == (words.count == 4 ? 0.5 : nil))
  }

  @Test(arguments: [["--search", "3"], ["--search-time", "1s"]])
  func `search in a space`(words: [String]) throws {
    let space = place.directory.file("space.json")
    let answer = train(words + ["--search-space", space])
    #expect(answer.code == .done)
    let trials = place.run("runs", "list", "--artifacts", place.artifacts, "--json")
    #expect(trials.output.contains("\"trial 0\""))
  }

  @Test func `say what could not be kept`() throws {
    let answer = train(
      ["--positive", "yes", "--threshold", "max_recall", "--min-precision", "1"]
        + ["--drop", "age,day,shop"])
    #expect(answer.code == .done)
    #expect(answer.errors.contains("warning: no threshold has a precision of 1.0: the highest is "))
    #expect((answer.json?["warnings"] as? [String])?.count == 1)
  }

  @Test(arguments: [
    ("--time-column day --group-column shop", "'--time-column' and '--group-column' exclude"),
    ("--search 3 --search-time 1m", "'--search' and '--search-time' exclude"),
    ("--min-precision 0.5", "max_recall together with --min-precision"),
    ("--threshold max_f1 --min-recall 0.5", "max_precision together with --min-recall"),
    ("--threshold max_recall", "'--min-precision SHARE' is missing"),
    ("--threshold max_precision", "'--min-recall SHARE' is missing"),
    ("--threshold 1.5", "a number from 0 to 1, max_f1, max_recall or max_precision"),
    ("--threshold nan", "a number from 0 to 1"), ("--threshold best", "a number from 0 to 1"),
    ("--threshold max_recall --min-precision 2", "a number from 0"),
    ("--calibration platt", "none"), ("--cv 1", "a whole number from 2 to 100"),
    ("--cv many", "a whole number"), ("--search 0", "a whole number from 1"),
    ("--search-time soon", "'--search-time'"), ("--task ranking", "binary"),
    ("--metric rmse", "'rmse' is not measured for binary_classification"),
    ("--drop y", "the target 'y'"), ("--metric auc", "'--metric'"),
    ("--param C=1", "'C=1' sets no hyperparameter"),
    ("--param random-forest.n_estimators=3", "random-forest"),
    ("--param logistic-regression.depth=3", "has no hyperparameter 'depth'"),
    ("--param logistic-regression.C=-1", "'-1' is not a value that 'C' can have"),
    ("--task regression", "'yes' in row 1 of the target 'y' is not a number"),
    ("--task multiclass_classification", "has 2 labels, too few for multiclass"),
    ("--group-column job", "'job'"),
  ])
  func `refuse what does not fit, and write nothing`(words: String, said: String) {
    let answer = train(words.split(separator: " ").map(String.init))
    #expect(answer.code == .usage)
    #expect(answer.output == "")
    #expect(answer.errors.contains(said), "\(answer.errors)")
    #expect(answer.errors.hasPrefix("error: ") && answer.errors.contains("\n  fix: "))
    #expect(!FileManager.default.fileExists(atPath: place.artifacts))
  }

  @Test(arguments: [
    "--time-column week", "--group-column week", "--drop week",
    "--search 3 --search-space nowhere.json",
  ])
  func `end with another code where something is not there`(words: String) {
    let answer = train(words.split(separator: " ").map(String.init))
    #expect(answer.code == .notFound)
    #expect(!FileManager.default.fileExists(atPath: place.artifacts))
  }

  @Test func `take an algorithm that does the task`() {
    let answer = train([], target: "price", model: "logistic-regression")
    #expect(answer.code == .usage)
    #expect(answer.errors.hasPrefix("error: 'logistic-regression' does not do regression\n  fix: "))
  }
}
