/// A model of any format, ready to score: its graph, and what inputs and outputs mean.
package struct ScoringModel: Sendable {
  /// What the file is.
  package let format: ModelFormat
  let graph: ScoringGraph
  /// What the model takes of a row, in its own order.
  let features: [ModelFeature]
  let answer: ModelAnswer
  /// The output [N] of the model's own labels, where it has one: not always the most probable label, nor the
  /// first of two that are as probable.
  let labelOutput: Int?
  /// How the label follows from that output where it holds scores [N, k] in place of labels.
  let decision: LabelDecision?

  /// What the model computes its answers in: single precision, or double.
  var isSinglePrecision: Bool { graph.outputs[answer.output].type == .float }

  /// Reads a model file of any known format.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - path: What to call it in messages.
  /// - Throws: ``LearnerError/unscorableModel(reason:)`` for a file of another format, and what the reader
  ///   of its format throws.
  package init(_ bytes: [UInt8], path: String) throws(LearnerError) {
    switch ModelFormat.format(of: bytes) {
    case .onnx: try self.init(onnx: bytes)
    case .scikitLearn: try self.init(scikitLearn: bytes)
    case .xgboost: try self.init(xgboost: bytes)
    case .lightGBM: try self.init(lightGBM: bytes)
    case nil:
      let known = ModelFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .unscorableModel(reason: "'\(path)' is none of: \(known)")
    }
  }

  init(
    format: ModelFormat, graph: ScoringGraph, features: [ModelFeature], answer: ModelAnswer,
    labelOutput: Int? = nil, decision: LabelDecision? = nil
  ) {
    self.format = format
    self.graph = graph
    self.features = features
    self.answer = answer
    self.labelOutput = labelOutput
    self.decision = decision
  }

  /// What the model answers, row by row.
  ///
  /// - Parameters:
  ///   - table: Rows with at least the columns of `binding`.
  ///   - binding: Which column each feature is.
  /// - Returns: As many numbers a row as it has labels, or one; and the labels, where the model says them.
  /// - Throws: ``LearnerError/noSuchColumn(_:known:)``, or ``LearnerError/unfitONNXInput(_:)`` when a
  ///   column holds another kind of value than the model takes.
  func answers(_ table: Table, _ binding: FeatureBinding) throws(LearnerError) -> ModelAnswers {
    var columns = [[Column]](repeating: [], count: graph.inputs.count)
    for (feature, name) in zip(features, binding.columns) {
      if let input = feature.input { columns[input].append(try table.column(name)) }
    }
    var answers = ModelAnswers()
    let places = LabelPlaces(answer)
    try graph.eachBlock(columns, rowCount: table.rowCount) { (block) throws(LearnerError) in
      answers.numbers += try graph.numbers(of: answer.output, in: block)
      guard let labelOutput else { return }
      if let decision {
        let scores = try graph.numbers(of: labelOutput, in: block)
        answers.labels += decision.places(scores, rowCount: block[labelOutput].shape[0])
      } else if let places {
        answers.labels += places.places(block[labelOutput])
      }
    }
    return answers
  }

  /// For each input of the graph, the places of its columns among names that the binding knows.
  func places(_ binding: FeatureBinding, among names: [String]) -> [[Int]] {
    let placeOfName = Dictionary(
      zip(names.map(UTF8Key.init), names.indices), uniquingKeysWith: { first, _ in first })
    var places = [[Int]](repeating: [], count: graph.inputs.count)
    for (feature, name) in zip(features, binding.columns) {
      guard let input = feature.input, let place = placeOfName[UTF8Key(name)] else { continue }
      places[input].append(place)
    }
    return places
  }
}

/// What a model answers to rows.
struct ModelAnswers {
  /// Row by row.
  var numbers: [Double] = []
  /// The place of each row's label among those of the model, -1 for one that is none of them; empty where the
  /// model does not say labels.
  var labels: [Int] = []
}

/// Where labels stand among those of a model.
private struct LabelPlaces {
  private let places: [UTF8Key: Int]

  /// `nil` for a model that does not name its labels.
  init?(_ answer: ModelAnswer) {
    guard case .probabilities(_, let labels?) = answer else { return nil }
    places = Dictionary(
      zip(labels.texts.map(UTF8Key.init), labels.texts.indices),
      uniquingKeysWith: { first, _ in first })
  }

  func places(_ labels: Tensor) -> [Int] {
    switch labels.elements {
    case .int64s(let numbers): return numbers.map { places[UTF8Key(String($0))] ?? -1 }
    case .strings(let codes, let levels):
      let ofLevel = levels.map { places[UTF8Key($0)] ?? -1 }
      return codes.map { $0 < 0 ? places[UTF8Key("")] ?? -1 : ofLevel[Int($0)] }
    default: return []
    }
  }
}

/// One column that a model takes.
struct ModelFeature: Sendable, Equatable {
  /// What the model calls it; `nil` where it knows it by its place only.
  let name: String?
  /// The input of the graph that takes it, where features of one input stand side by side in this order;
  /// `nil` when the model does not look at it.
  let input: Int?
}

/// What the outputs of a model mean.
enum ModelAnswer: Sendable, Equatable {
  /// An output [N, labels] of probabilities; the labels are `nil` when the file does not name them.
  case probabilities(output: Int, labels: ModelLabels?)
  /// An output [N] or [N, 1] of numbers.
  case number(output: Int)

  var output: Int {
    switch self {
    case .probabilities(let output, _), .number(let output): output
    }
  }
}

/// The labels that a model tells apart, in its order, as texts.
struct ModelLabels: Sendable, Equatable {
  let texts: [String]
  /// Whether they are whole numbers.
  let areIntegers: Bool
}
