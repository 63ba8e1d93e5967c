public import Registry

extension Predictor {
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
      let predictor = try Predictor(model)
      let rows = try LearnerError.fromRegistry { () throws(RegistryError) in
        try model.readGoldenRows()
      }
      return .replayed(try predictor.replay(rows))
    } catch {
      switch error {
      case .unscorableModel, .unsupportedONNX, .brokenONNX, .unsupportedModel, .brokenModel:
        return .unscorable(reason: error.message)
      default: return .failed(reason: error.message)
      }
    }
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
