internal import Registry

extension TrainingResult {
  /// The content of `holdout_predictions.csv`.
  var holdoutPredictions: [UInt8] {
    var csv = CSVWriter()
    for name in ["row_id", "split"] + columnNames { csv.append(name) }
    csv.endRecord()
    for (name, indices, predictions) in [
      ("validation", winner.rows, winner.predictions), ("test", rows.test, testPredictions),
    ] {
      let width = target.scoreCount
      for (position, row) in indices.enumerated() {
        csv.append(row + 1)
        csv.append(name)
        csv.append(truth(of: row))
        // The model answers in Float: its shortest spelling loses nothing.
        for answer in predictions[position * width..<(position + 1) * width] {
          csv.append(Float(answer).description)
        }
        csv.endRecord()
      }
    }
    return csv.bytes
  }

  private var columnNames: [String] {
    switch target.task {
    case .binary: ["label", OutputName.probability]
    case .multiclass: ["label"] + target.classes.map(OutputName.probability(of:))
    case .regression: ["target", OutputName.prediction]
    }
  }

  private func truth(of row: Int) -> String {
    target.task == .regression
      ? target.numbers[row].description : target.classes[target.labels[row]]
  }
}
