/// A few input rows with the answers that a model gave to them: `golden_rows.json`.
///
/// Wherever the model is loaded, the rows can be answered again: who gets other answers does not have
/// the same model, or does not compute as it was computed.
public struct GoldenRows: Sendable, Equatable {
  /// How far a number may be from the one that is expected, 0 or more. What is not a number of type
  /// ``DataType/float`` in the signature has to be the same.
  public let tolerance: Double
  /// At least one, and at most ``maximumRows``.
  public let rows: [Row]

  /// One row and its answer.
  public struct Row: Sendable, Equatable {
    /// A value for each input, as a request has it; null where it is not known.
    public let input: JSONObject
    /// A value for each output but the version, at least one.
    public let output: JSONObject

    package init(input: JSONObject, output: JSONObject) {
      self.input = input
      self.output = output
    }
  }

  /// How many rows a file may have.
  public static let maximumRows = 1000

  /// What `schema_version` says.
  static let schemaVersion = 1

  /// - Precondition: 1 to ``maximumRows`` rows, and a tolerance that is finite and not negative.
  package init(rows: [Row], tolerance: Double = 0) {
    precondition((1...Self.maximumRows).contains(rows.count), "there are no rows, or too many")
    precondition(tolerance >= 0 && tolerance.isFinite, "a tolerance is a distance")
    self.rows = rows
    self.tolerance = tolerance
  }
}
