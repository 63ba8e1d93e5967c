/// One column of a table on its way through a pipeline: where it comes from.
struct PipelineColumn: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    /// What the model is given; text or numbers, as the first step shows that looks at it.
    case feature(Int)
    /// A column of numbers that a step makes.
    case made(PlannedTensor, column: Int)
  }

  let source: Source
  /// Texts that stand in for others, in this order; only of features that are texts.
  var replacements: [Replacement] = []

  /// A text, or a missing one, and what stands in for it.
  struct Replacement: Sendable, Equatable {
    let text: String?
    let replacement: String
  }

  /// What a text, or a missing one, becomes.
  func replaced(_ text: String?) -> String? {
    replacements.reduce(text) { text, rule in
      text.map(UTF8Key.init) == rule.text.map(UTF8Key.init) ? rule.replacement : text
    }
  }
}

/// A tensor [N, width] that a step makes.
struct PlannedTensor: Sendable, Equatable {
  let id: Int
  let width: Int

  /// Its columns, in order.
  var columns: [PipelineColumn] {
    (0..<width).map { PipelineColumn(source: .made(self, column: $0)) }
  }
}
