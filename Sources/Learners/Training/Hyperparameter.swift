internal import Registry

/// One hyperparameter of a learner under the name that its users know, read and written as JSON.
struct Hyperparameter<Learner>: Sendable {
  typealias Path<Value> = any WritableKeyPath<Learner, Value> & Sendable

  /// As scikit-learn or LightGBM spell it.
  let name: String
  /// Completes "give 'name' …".
  let allowed: String
  /// What a learner has.
  let value: @Sendable (Learner) -> JSONValue
  /// Gives it to a learner; `false` where that is no value for it.
  let set: @Sendable (inout Learner, JSONValue) -> Bool
}

extension Hyperparameter {
  /// A whole number.
  static func count(
    _ name: String, _ path: Path<Int>, in range: ClosedRange<Int>
  ) -> Self {
    Self(
      name: name, allowed: allowed(range), value: { .integer($0[keyPath: path]) },
      set: { learner, value in
        guard let count = value.integerValue, range.contains(count) else { return false }
        learner[keyPath: path] = count
        return true
      })
  }

  /// A whole number, or null for no limit.
  static func limit(
    _ name: String, _ path: Path<Int?>, in range: ClosedRange<Int>
  ) -> Self {
    Self(
      name: name, allowed: "\(allowed(range)), or null for any",
      value: { $0[keyPath: path].map(JSONValue.integer) ?? .null },
      set: { learner, value in
        let count = value.integerValue
        guard value == .null || count.map(range.contains) == true else { return false }
        learner[keyPath: path] = count
        return true
      })
  }

  private static func allowed(_ range: ClosedRange<Int>) -> String {
    range.upperBound == largestCount
      ? "a whole number of at least \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  /// A number that `accepts` takes, beside being finite.
  static func number(
    _ name: String, _ path: Path<Double>, allowed: String,
    accepts: @escaping @Sendable (Double) -> Bool
  ) -> Self {
    Self(
      name: name, allowed: allowed, value: { .double($0[keyPath: path]) },
      set: { learner, value in
        guard let number = value.doubleValue, accepts(number) else { return false }
        learner[keyPath: path] = number
        return true
      })
  }

  /// A share: above 0, at most 1.
  static func share(
    _ name: String, _ path: Path<Double>
  ) -> Self {
    number(name, path, allowed: "a number above 0 and at most 1") { $0 > 0 && $0 <= 1 }
  }

  /// `true` or `false`.
  static func truth(_ name: String, _ path: Path<Bool>) -> Self {
    Self(
      name: name, allowed: "true or false", value: { .bool($0[keyPath: path]) },
      set: { learner, value in
        guard let truth = value.boolValue else { return false }
        learner[keyPath: path] = truth
        return true
      })
  }

  /// A value with a spelling of its own.
  static func spelled<Value>(
    _ name: String, _ path: Path<Value>, allowed: String,
    json: @escaping @Sendable (Value) -> JSONValue,
    parse: @escaping @Sendable (JSONValue) -> Value?
  ) -> Self {
    Self(
      name: name, allowed: allowed, value: { json($0[keyPath: path]) },
      set: { learner, value in
        guard let parsed = parse(value) else { return false }
        learner[keyPath: path] = parsed
        return true
      })
  }

  /// `class_weight` as scikit-learn has it, a list in place of its dictionary.
  static func classWeight(_ path: Path<ClassWeights>) -> Self {
    spelled(
      "class_weight", path,
      allowed: "null, balanced, or a list of numbers above 0, one a class in their order",
      json: \.json, parse: ClassWeights.init(json:))
  }
}

/// More of anything that is counted is a slip.
let largestCount = Int(Int32.max)

extension ClassWeights {
  fileprivate var json: JSONValue {
    switch self {
    case .equal: .null
    case .balanced: "balanced"
    case .each(let weights): .array(weights.map(JSONValue.double))
    }
  }

  fileprivate init?(json: JSONValue) {
    switch json {
    case .null: self = .equal
    case "balanced": self = .balanced
    case .array(let values):
      let weights = values.compactMap(\.doubleValue)
      guard weights.count == values.count, weights.count > 1, weights.allSatisfy({ $0 > 0 }) else {
        return nil
      }
      self = .each(weights)
    default: return nil
    }
  }
}
