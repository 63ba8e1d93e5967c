/// Labelled rows that two versions scored for a comparison: evidence of the first tier that is in no version.
public struct ScoredRows: Sendable, Equatable {
  /// The champion, whose probabilities come first.
  public let champion: ModelVersion
  /// The version that wants to be champion.
  public let challenger: ModelVersion
  /// The rows.
  public let predictions: PairedPredictions
  /// Where the rows come from, for the records: a file with its digest.
  public let source: String

  /// Rows that these two scored.
  public init(
    champion: ModelVersion, challenger: ModelVersion, predictions: PairedPredictions, source: String
  ) {
    self.source = source
    self.champion = champion
    self.challenger = challenger
    self.predictions = predictions
  }
}
