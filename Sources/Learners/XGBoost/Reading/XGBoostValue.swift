/// A value of an XGBoost file, the same whether JSON or UBJSON spells it.
enum XGBoostValue: Sendable, Equatable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  /// An array of numbers alone, which may be empty.
  case numbers([Double])
  /// Any other array.
  case list([XGBoostValue])
  case object([String: XGBoostValue])

  /// Reads a file: JSON when it begins as that, else UBJSON.
  ///
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` where the bytes are no such value.
  /// - Complexity: O(bytes).
  static func read(_ bytes: [UInt8]) throws(LearnerError) -> XGBoostValue {
    let start = bytes.prefix(64).dropFirst().first { !XGBoostJSONReader.isSpace($0) }
    if start == UInt8(ascii: "\"") || start == UInt8(ascii: "}") {
      var reader = XGBoostJSONReader(bytes)
      return try reader.read()
    }
    var reader = XGBoostUBJSONReader(bytes)
    return try reader.read()
  }

  /// What is said of trees and needed for training only: read, but not kept.
  static let unneededKeys: Set<String> = [
    "base_weights", "loss_changes", "sum_hessian", "parents",
  ]
}

extension LearnerError {
  /// What is wrong with an XGBoost file.
  static func brokenXGBoost(_ reason: String) -> LearnerError {
    .brokenModel(.xgboost, reason: reason)
  }
}
