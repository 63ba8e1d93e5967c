/// Where the history ends.
public struct HistoryHead: Sendable, Equatable {
  /// How many lines there are.
  public let lineCount: Int
  /// The digest of the newest line, without its line break; `nil` when there is none.
  public let digest: SHA256Digest?
}
