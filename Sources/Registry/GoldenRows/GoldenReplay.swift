/// What came out when golden rows were answered again.
public struct GoldenReplay: Sendable, Equatable {
  /// How many rows were answered.
  public let rowCount: Int
  /// The answer that is farthest from what was expected; `nil` when all are the same.
  public let worst: Difference?
  /// The answers beyond the tolerance, in the order of the rows.
  public let differences: [Difference]

  /// Whether every answer is what was expected, as far as the tolerance asks.
  public var isWithinTolerance: Bool { differences.isEmpty }

  /// The largest distance of a number from what was expected; infinite where something else differs.
  public var largestDistance: Double { worst?.distance ?? 0 }

  /// An answer that is not the one that was expected.
  public struct Difference: Sendable, Equatable {
    /// The row, from 1.
    public let row: Int
    /// The name of the output.
    public let output: String
    /// What the file says.
    public let expected: JSONValue
    /// What was answered; `nil` when the model does not have the output.
    public let found: JSONValue?
    /// How far two numbers are apart; infinite where one of them is none, or has to be the same.
    public let distance: Double
  }
}

extension GoldenRows {
  /// Compares answers to the rows with those that are expected.
  ///
  /// What a model answers beyond the expected outputs is not looked at.
  ///
  /// - Parameters:
  ///   - answers: One for each row, in order.
  ///   - signature: Says which outputs are numbers that may differ by the tolerance.
  /// - Returns: The differences.
  /// - Precondition: As many answers as rows.
  package func compared(
    with answers: [JSONObject], signature: ModelSignature
  ) -> GoldenReplay {
    precondition(answers.count == rows.count, "every row has an answer")
    var all: [GoldenReplay.Difference] = []
    for (index, (row, answer)) in zip(rows, answers).enumerated() {
      for member in row.output.members {
        let isMeasured = signature.outputs.contains {
          $0.name.hasSameBytes(as: member.key) && $0.type == .float
        }
        let found = answer[member.key]
        let distance = Self.distance(member.value, found, isMeasured: isMeasured)
        guard distance > 0 else { continue }
        all.append(
          .init(
            row: index + 1, output: member.key, expected: member.value, found: found,
            distance: distance))
      }
    }
    return GoldenReplay(
      rowCount: rows.count, worst: all.max { $0.distance < $1.distance },
      differences: all.filter { $0.distance > tolerance })
  }

  private static func distance(
    _ expected: JSONValue, _ found: JSONValue?, isMeasured: Bool
  ) -> Double {
    guard let one = expected.doubleValue, let other = found?.doubleValue else {
      return expected == found ? 0 : .infinity
    }
    // A label is the same number or another one, however it is spelled: 1 and 1.0.
    return isMeasured || one == other ? (one - other).magnitude : .infinity
  }
}
