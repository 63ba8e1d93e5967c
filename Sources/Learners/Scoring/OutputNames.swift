internal import Registry

/// What the predictions of one model are called in CSV, JSON and its signature.
struct OutputNames: Sendable, Equatable {
  /// The probability of the positive of two labels, or of the label that is the answer among several.
  var probability = OutputName.probability
  var label = OutputName.label
  var prediction = OutputName.prediction
  /// The probability of each of several labels.
  var classProbabilities: [String]

  /// The names that are used where nobody says otherwise.
  init(classes: [String]) { classProbabilities = classes.map(OutputName.probability(of:)) }

  /// The names that a signature gives to answers of this kind. What it does not name keeps its own; where
  /// its outputs cannot be told apart, all do.
  init(_ signature: ModelSignature, task: LearningTask, classes: [String]) {
    self.init(classes: classes)
    let stated = signature.outputs.filter { $0.name != OutputName.modelVersion }
    var named = self
    let isRead =
      switch task {
      case .binary: named.read(stated, classes: [])
      case .multiclass: named.read(stated, classes: classes)
      case .regression: named.readPrediction(stated)
      }
    if isRead, named.areDistinct(task) { self = named }
  }

  /// Takes the number.
  private mutating func readPrediction(_ outputs: [ModelSignature.Output]) -> Bool {
    guard outputs.count == 1, outputs[0].type == .float else { return false }
    prediction = outputs[0].name
    return true
  }

  /// Takes the label, the probabilities of all classes or none, and one more probability.
  private mutating func read(_ outputs: [ModelSignature.Output], classes: [String]) -> Bool {
    var numbers = outputs.filter { $0.type == .float }.map(\.name)
    var labels = outputs.filter { [.integer, .string, .boolean].contains($0.type) }.map(\.name)
    guard labels.count + numbers.count == outputs.count else { return false }
    if let stated = Self.classProbabilities(among: numbers, classes) {
      classProbabilities = stated
      numbers.removeAll(where: stated.contains)
    }
    // Labels that are fractional numbers in Python are floats like the probabilities.
    if labels.isEmpty, numbers.count == 2,
      let label = numbers.firstIndex(where: { $0.hasSuffix(OutputName.label) })
    {
      labels = [numbers.remove(at: label)]
    }
    guard labels.count <= 1, numbers.count <= 1 else { return false }
    label = labels.first ?? label
    probability = numbers.first ?? probability
    return true
  }

  /// The outputs that end in the classes and begin alike.
  private static func classProbabilities(among names: [String], _ classes: [String]) -> [String]? {
    guard let first = classes.first else { return nil }
    for name in names where name.hasSuffix("_\(first)") {
      let stem = String(name.dropLast(first.count))
      let all = classes.map { stem + $0 }
      if all.allSatisfy(names.contains) { return all }
    }
    return nil
  }

  /// Whether nothing that answers of a task have is called as something else.
  private func areDistinct(_ task: LearningTask) -> Bool {
    let names =
      switch task {
      case .binary: [probability, label]
      case .multiclass: [label, probability] + classProbabilities
      case .regression: [prediction]
      }
    return Set(names.map(UTF8Key.init)).count == names.count
  }
}

/// What predictions are called where nobody says otherwise.
enum OutputName {
  static let probability = "probability"
  static let label = "label"
  static let prediction = "prediction"
  static let modelVersion = "model_version"

  /// The probability of one of several labels.
  static func probability(of label: String) -> String { "\(probability)_\(label)" }
}
