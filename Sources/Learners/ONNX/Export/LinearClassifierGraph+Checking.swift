extension LinearClassifierGraph {
  /// The names of the outputs, which no column may have: in ONNX a name is given once.
  static let labelName = "label"
  static let probabilitiesName = "probabilities"

  /// Checks what the types do not.
  ///
  /// - Throws: ``LearnerError/unwritableONNX(_:)``.
  func check() throws(LearnerError) {
    try checkNames(inputs.map(\.name), kind: "columns")
    try checkNames(metadata.map(\.key), kind: "metadata keys")
    for input in inputs { try check(input) }
    if case .texts(let negative, let positive) = labels {
      try checkNames([negative, positive], kind: "labels")
    } else if case .integers(let negative, let positive) = labels, negative == positive {
      throw .unwritableONNX(.twice("labels", String(negative)))
    }
    let expected = inputs.reduce(0) { $0 + $1.featureCount }
    guard expected > 0 else { throw .unwritableONNX(.noFeatures) }
    guard coefficients.count == expected else {
      throw .unwritableONNX(.coefficientCount(expected: expected, found: coefficients.count))
    }
    guard intercept.isFinite, coefficients.allSatisfy(\.isFinite) else {
      throw .unwritableONNX(.notFinite("the coefficients"))
    }
  }

  /// Whether a column has the name of one of the model's outputs.
  package static func isReserved(_ name: String) -> Bool {
    [labelName, probabilitiesName].contains { $0.utf8.elementsEqual(name.utf8) }
  }

  private func check(_ input: Input) throws(LearnerError) {
    if input.name.isEmpty { throw .unwritableONNX(.emptyName) }
    if Self.isReserved(input.name) {
      throw .unwritableONNX(.reservedName(input.name))
    }
    switch input.encoding {
    case .numeric(let fill, let offset, let scale):
      guard fill.isFinite, offset.isFinite, scale.isFinite else {
        throw .unwritableONNX(.notFinite(input.name))
      }
    case .categorical(let levels, _):
      if levels.contains("") { throw .unwritableONNX(.emptyLevel(input.name)) }
      try checkNames(levels, kind: "levels of the column '\(input.name)'")
    }
  }

  private func checkNames(_ names: [String], kind: String) throws(LearnerError) {
    var seen: Set<UTF8Key> = []
    for name in names where !seen.insert(UTF8Key(name)).inserted {
      throw .unwritableONNX(.twice(kind, name))
    }
  }
}

extension LinearClassifierGraph.Input {
  /// How many coefficients the column has.
  var featureCount: Int {
    switch encoding {
    case .numeric: 1
    case .categorical(let levels, let missingIsLevel): levels.count + (missingIsLevel ? 1 : 0)
    }
  }
}
