internal import Registry

extension ModelReport {
  /// Everything that a report tells, as plain values.
  struct Content {
    var time: Timestamp
    /// The chosen model, as metadata names it.
    var model: String
    /// The name of the data file, without its directory.
    var dataFile: String
    var dataSHA256: SHA256Digest
    /// The column that is predicted.
    var target: String
    var rows: RowCounts
    /// How the rows were divided, such as `stratified`.
    var splitMethod: String
    var seed: UInt64
    /// How many columns the model takes.
    var columnCount: Int
    /// What candidates are ranked by, as `metrics_v1.json` names it.
    var metric: String
    /// The rows that they are ranked on.
    var rankedOn = "validation rows"
    /// Best first.
    var candidates: [Candidate] = []
    /// How scores became probabilities, such as `isotonic`; `nil` where they were left as they are.
    var calibration: String?
    /// For two labels only.
    var threshold: Threshold?
    /// A line each.
    var metrics: [Measurement]
    /// What the model answered on test rows, and what was true.
    var outcome: Outcome
    /// What the model rests on, the heaviest first or not.
    var weights: Weights?
    /// How the loss fell while the model was fitted, an entry an iteration; empty for models that are
    /// not fitted step by step.
    var losses = Losses()
    /// What a person should look at: a sentence each, without the full stop.
    var warnings: [String] = []
  }

  /// How many rows each part has.
  struct RowCounts {
    var training: Int
    var validation: Int
    var test: Int
  }

  /// One model that was tried.
  struct Candidate {
    /// As metadata names it.
    var model: String
    /// The value of ``Content/metric``: the mean over folds where there are several.
    var score: Double
    /// Over folds; `nil` where the score was measured once.
    var deviation: Double?
    /// How long it took, where it was measured.
    var seconds: Double?
    var hyperparameters: JSONObject
  }

  /// From which probability on a row is labelled positive.
  struct Threshold {
    var value: Double
    /// How it was chosen, as a few words: `fixed`, `maximises f1`.
    var policy: String
  }

  /// A metric with its name; `nil` where it was not measured.
  struct Measurement {
    var name: String
    var validation: Double?
    var test: Double?
  }

  /// What test rows were given and what they are; the task follows from it.
  enum Outcome {
    /// `classes`: the negative label and the positive one. `probabilities`: of the positive one. `labels`:
    /// 0 or 1.
    case binary(classes: [String], probabilities: [Double], labels: [Int])
    /// `classes`: three or more. `probabilities`: row by row, one for each class. `labels`: the number of
    /// the class of each row.
    case multiclass(classes: [String], probabilities: [Double], labels: [Int])
    /// A number predicted for each row, and the true one.
    case regression(predicted: [Double], actual: [Double])

    var task: LearningTask {
      switch self {
      case .binary: .binary
      case .multiclass: .multiclass
      case .regression: .regression
      }
    }
  }

  /// What each input weighs.
  struct Weights {
    enum Kind {
      /// How much worse or more impure predictions are without an input: 0 or larger, as a rule.
      case importance
      /// What one standard deviation of a number, or a level of a category, adds to the log-odds or
      /// the prediction.
      case coefficient
    }

    var kind: Kind
    var entries: [Entry]

    struct Entry {
      var name: String
      var value: Double
      /// Over trees or repetitions, where there are several.
      var deviation: Double?
    }
  }

  /// The loss after each iteration.
  struct Losses {
    var training: [Double] = []
    var validation: [Double] = []
  }
}
