public import Registry

extension Predictor {
  /// Reads, checks and prepares a model as ``init(_:)`` does, and has it answer its golden rows again where
  /// it is a version that has some: what a service loads, computes here as where it was made, or not at all.
  ///
  /// ```swift
  /// let predictor = try Predictor(forService: ResolvedModel.resolve())
  /// ```
  ///
  /// - Throws: What ``init(_:)`` throws, and ``LearnerError/registry(_:)`` with
  ///   `RegistryError.goldenRowDiffers` or `RegistryError.goldenRowsNotReplayed`.
  /// - Complexity: That of ``init(_:)``, and of scoring at most `GoldenRows.maximumRows` rows.
  public init(forService model: ResolvedModel) throws(LearnerError) {
    try self.init(model)
    guard let version = model.version else { return }
    let hasRows = try LearnerError.fromRegistry { () throws(RegistryError) in
      try model.hasGoldenRows()
    }
    guard hasRows else { return }
    let outcome: GoldenRowsOutcome
    do throws(LearnerError) { outcome = try self.outcome(ofGoldenRowsOf: model) } catch {
      outcome = .failed(reason: error.message)
    }
    if let finding = outcome.finding(on: version) { throw .registry(finding) }
  }

  /// Answers golden rows again, as requests are answered: every value is read as `predict` reads JSON
  /// Lines.
  ///
  /// - Returns: Where the answers differ from those that are expected, and by how much.
  /// - Throws: ``LearnerError/jsonLines(_:)`` when a row does not fit the signature, and what
  ///   ``predict(_:)`` throws.
  public func replay(_ rows: GoldenRows) throws(LearnerError) -> GoldenReplay {
    rows.compared(with: try answers(to: rows.rows.map(\.input)), signature: signature)
  }

  /// Loads a model and answers its golden rows again: what a registry is given as replayer.
  ///
  /// ```swift
  /// let found = try registry.verify(replayer: Predictor.replayGoldenRows)
  /// ```
  ///
  /// - Parameter model: A model with golden rows.
  /// - Returns: What came out, or why nothing did.
  @Sendable public static func replayGoldenRows(of model: ResolvedModel) -> GoldenRowsOutcome {
    do throws(LearnerError) {
      return try Predictor(model).outcome(ofGoldenRowsOf: model)
    } catch {
      switch error {
      case .unscorableModel, .unsupportedONNX, .unsupportedModel,
        // A model of several files.
        .registry(.notARegularFile):
        return .unscorable(reason: error.message)
      default: return .failed(reason: error.message)
      }
    }
  }

  private func outcome(
    ofGoldenRowsOf model: ResolvedModel
  ) throws(LearnerError) -> GoldenRowsOutcome {
    .replayed(
      try replay(
        try LearnerError.fromRegistry { () throws(RegistryError) in try model.readGoldenRows() }))
  }

  /// The answers to rows as a service would give them, less the model's version.
  func answers(to rows: [JSONObject]) throws(LearnerError) -> [JSONObject] {
    let lines = rows.flatMap { JSONValue.object($0).compactText + [UInt8(ascii: "\n")] }
    var reader = try JSONLinesRowReader(
      MemorySource(lines), path: "rows of \(ArtifactKind.goldenRows.storedName)",
      signature: signature, keeps: .nothing)
    var answers: [JSONObject] = []
    while let batch = try reader.next() {
      answers += try predict(batch.table).map(outputs.answer)
    }
    return answers
  }
}
