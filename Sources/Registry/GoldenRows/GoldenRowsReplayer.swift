/// Loads a model and answers its golden rows again, for ``ModelRegistry/verify(_:quick:replayer:)`` and when
/// a version is registered.
///
/// `Learners.Predictor.replayGoldenRows(of:)` is one. It reads the rows with
/// ``ResolvedModel/readGoldenRows()``.
public typealias GoldenRowsReplayer = @Sendable (_ model: ResolvedModel) -> GoldenRowsOutcome

/// What became of the golden rows of one version.
public enum GoldenRowsOutcome: Sendable, Equatable {
  /// The version has none.
  case absent
  /// The model answered them.
  case replayed(GoldenReplay)
  /// Nobody here can load such a model: nothing is said of its rows.
  case unscorable(reason: String)
  /// The rows cannot be read, or the model does not take them.
  case failed(reason: String)
}

extension GoldenRowsOutcome {
  /// What is wrong with a version that it became of; `nil` when nothing is.
  package func finding(on version: ModelVersion) -> RegistryError? {
    switch self {
    case .absent, .unscorable: nil
    case .failed(let reason): .goldenRowsNotReplayed(version, reason: reason)
    case .replayed(let replay):
      replay.isWithinTolerance
        ? nil
        : replay.worst.map { .goldenRowDiffers(version, $0, count: replay.differences.count) }
    }
  }
}
