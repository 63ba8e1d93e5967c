internal import Registry

extension ThresholdPolicy {
  /// The policy that the member `threshold_policy` of metadata states; `nil` for one that is not ours.
  init?(json: JSONValue) {
    switch json["objective"]?.stringValue {
    case "fixed":
      guard let threshold = json["threshold_value"]?.doubleValue else { return nil }
      self = .fixed(threshold)
    case "max_f1": self = .maximizeF1
    case "max_recall":
      guard let least = json["min_precision"]?.doubleValue else { return nil }
      self = .maximizeRecall(minPrecision: least)
    case "max_precision":
      guard let least = json["min_recall"]?.doubleValue else { return nil }
      self = .maximizePrecision(minRecall: least)
    default: return nil
    }
  }
}
