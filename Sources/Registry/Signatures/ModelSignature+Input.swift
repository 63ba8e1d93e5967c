extension ModelSignature {
  /// One value that a model takes; what is `nil` is not stated.
  public struct Input: Sendable, Equatable {
    /// The name, as callers spell it.
    public let name: String
    /// The type, in the common vocabulary.
    public let type: DataType
    /// Whether a request must have it. One that is not stated is asked for all the same when a row is
    /// validated.
    public var isRequired: Bool?
    /// Whether it may be null, which says that the value is not known.
    public var isNullable: Bool?
    /// Whether the service computes it, so that callers need not send it.
    public var isDerived: Bool?
    /// The texts that were seen in training.
    public var levels: [String]?
    /// What happens to a text that is not among ``levels``.
    public var unknownLevels: UnknownLevels?
    /// The lowest and the highest number that were seen in training; others are accepted.
    public var range: ClosedRange<Double>?

    /// An input of which no more than this is stated.
    public init(name: String, type: DataType) {
      self.name = name
      self.type = type
    }

    /// What happens to a text that was not seen in training.
    public enum UnknownLevels: String, Sendable, CaseIterable {
      /// The model answers; it takes the text for none of the levels.
      case accept
      /// The row is not valid.
      case refuse
    }

    /// Whether a request must have it, as far as that is stated.
    var mustBeSent: Bool? { isDerived == true ? false : isRequired }

    /// Whether a text is one that the input refuses, a missing value aside.
    func refuses(level: String) -> Bool {
      guard unknownLevels == .refuse, let levels else { return false }
      return !levels.contains { $0.hasSameBytes(as: level) }
    }
  }

  /// One value that a model gives; what is `nil` is not stated.
  public struct Output: Sendable, Equatable {
    /// The name, as consumers read it.
    public let name: String
    /// The type, in the common vocabulary.
    public let type: DataType
    /// The labels that it can be, in the model's order.
    public var classes: [String]?
    /// Which of ``classes`` is the one that the model looks for.
    public var positiveClass: String?

    /// An output of which no more than this is stated.
    public init(name: String, type: DataType) {
      self.name = name
      self.type = type
    }
  }
}
