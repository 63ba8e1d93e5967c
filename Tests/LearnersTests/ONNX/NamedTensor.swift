@testable import Learners

/// A tensor and what a model calls it.
struct NamedTensor: Sendable {
  let name: String
  let tensor: Tensor

  init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

extension [NamedTensor] {
  /// The tensor of this name, compared byte for byte.
  subscript(_ name: String) -> Tensor? {
    first { $0.name.utf8.elementsEqual(name.utf8) }?.tensor
  }
}

extension ScoringGraph {
  /// Scores one batch, which has every input in any order.
  func run(_ batch: [NamedTensor]) throws(LearnerError) -> [NamedTensor] {
    let answers = try run(ordered: inputs.compactMap { batch[$0.name] })
    return zip(outputs, answers).map { NamedTensor($0.name, $1) }
  }
}

extension Tensor {
  /// A batch column of numbers; NaN is missing.
  static func column(_ floats: [Float]) -> Tensor {
    Tensor(.floats(floats), shape: [floats.count, 1])
  }

  /// A batch column of text, given as an index into `levels` for each row; -1 is missing.
  static func column(codes: [Int32], levels: [String]) -> Tensor {
    Tensor(.strings(codes: codes, levels: levels), shape: [codes.count, 1])
  }
}
