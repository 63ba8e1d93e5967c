/// Looks for rows that show a change: taken by one signature, refused by the other one.
///
/// It only guesses; what it returns was put before both.
struct WitnessSearch {
  private let before: ModelSignature
  private let after: ModelSignature
  /// Rows with thousands of inputs take long to put before two signatures.
  private var searchesLeft = 50
  private var bases: [Base: JSONObject] = [:]

  private struct Base: Hashable {
    let kind: SignatureViolation.Subject
    let side: Witness.Side
  }

  init(before: ModelSignature, after: ModelSignature) {
    self.before = before
    self.after = after
  }

  /// A row that shows the change; `nil` where none was found.
  mutating func witness(for finding: ContractComparison.Finding) -> Witness? {
    guard let plan = Plan(finding), searchesLeft > 0 else { return nil }
    searchesLeft -= 1
    for side in plan.acceptedBy {
      let (taker, refuser) = side == .before ? (before, after) : (after, before)
      let base = base(plan.kind, taker, refuser, Base(kind: plan.kind, side: side))
      for value in plan.values {
        var row = base
        row[finding.subject] = value
        if let refusal = Self.refusal(of: row, plan.kind, finding.subject, taker, refuser) {
          return Witness(kind: plan.kind, row: row, acceptedBy: side, refusal: refusal)
        }
      }
    }
    return nil
  }

  /// A row that fits, which a column of is then changed; made once.
  private mutating func base(
    _ kind: SignatureViolation.Subject, _ taker: ModelSignature, _ refuser: ModelSignature,
    _ key: Base
  ) -> JSONObject {
    if let known = bases[key] { return known }
    let base =
      kind == .input
      ? taker.sampleRow(fitting: refuser) : taker.sampleResponse(fitting: refuser)
    bases[key] = base
    return base
  }

  /// Why one signature refuses what the other one takes, on account of this column.
  static func refusal(
    of row: JSONObject, _ kind: SignatureViolation.Subject, _ column: String,
    _ taker: ModelSignature, _ refuser: ModelSignature
  ) -> SignatureViolation? {
    switch kind {
    case .input:
      guard taker.validate(row: row).isEmpty else { return nil }
      return refuser.validate(row: row).first { $0.column.hasSameBytes(as: column) }
    case .output:
      guard taker.validate(response: row).isEmpty else { return nil }
      return refuser.validate(response: row).first { $0.column.hasSameBytes(as: column) }
    }
  }
}

extension WitnessSearch {
  /// What to try for a change.
  private struct Plan {
    let kind: SignatureViolation.Subject
    /// Values for the column; `nil` leaves it out.
    let values: [JSONValue?]
    let acceptedBy: [Witness.Side]

    init?(_ finding: ContractComparison.Finding) {
      switch finding.rule {
      case .inputRemoved: self.init(.input, [nil], [.after])
      case .inputAddedRequired, .inputAddedUnstated, .inputAddedOptional, .inputNowRequired:
        self.init(.input, [nil], [.before])
      case .inputNullRefused: self.init(.input, [.null], [.before])
      case .inputTypeNarrowed, .inputTypeChanged:
        self.init(.input, Self.anyKind, [.before])
      case .closedLevelRemoved, .levelRemoved:
        self.init(.input, finding.labels.prefix(8).map(JSONValue.string), [.before])
      case .unknownLevelsRefused: self.init(.input, ["a level never seen"], [.before])
      case .outputRemoved: self.init(.output, [nil], [.after])
      case .outputRetyped: self.init(.output, Self.anyKind, [.after, .before])
      case .classesChanged:
        self.init(.output, finding.labels.prefix(8).flatMap(Self.spellings), [.after, .before])
      case .inputTypeWidened, .inputNowOptional, .inputNullAccepted, .levelAdded,
        .closedLevelAdded, .unknownLevelsAccepted, .rangeNarrowed, .rangeWidened,
        .inputOrderChanged, .outputAdded, .classesReordered, .positiveClassChanged,
        .thresholdChanged, .modelFamilyChanged, .modelFormatChanged:
        return nil
      }
    }

    private init(
      _ kind: SignatureViolation.Subject, _ values: [JSONValue?], _ sides: [Witness.Side]
    ) {
      self.kind = kind
      self.values = values
      acceptedBy = sides
    }

    private static let anyKind: [JSONValue?] = [.double(0.5), 2, 1, true, "text"]

    /// A label may stand for text, a whole number or a truth value.
    private static func spellings(_ label: String) -> [JSONValue?] {
      [.string(label)] + (Int(label).map { [.integer($0)] } ?? [])
        + (label == "true" || label == "false" ? [.bool(label == "true")] : [])
    }
  }
}
