/// What is known of a value because of the classifier that it comes from.
struct ONNXClassOrigin: Sendable {
  /// The labels that the value is one of, or whose scores it holds in this order.
  let labels: ONNXClassLabels
  /// Whether scores are sums of any size: no probabilities.
  var areSums = false
  /// Whether each row is a map from label to score.
  var isMap = false

  init(labels: ONNXClassLabels, areSums: Bool = false, isMap: Bool = false) {
    self.labels = labels
    self.areSums = areSums
    self.isMap = isMap
  }

  /// Labels that are picked from; `nil` for a constant that can be none.
  init?(constant: Tensor) {
    guard (2...Self.maximumCount).contains(constant.elements.count), constant.shape.count <= 2
    else {
      return nil
    }
    switch constant.elements {
    case .int64s(let integers): labels = .integers(integers)
    case .strings(let codes, let levels):
      labels = .texts(codes.map { $0 < 0 ? "" : levels[Int($0)] })
    default: return nil
    }
  }

  private static let maximumCount = 10_000
}

extension ModelLabels {
  init(_ labels: ONNXClassLabels) {
    switch labels {
    case .integers(let integers): self.init(texts: integers.map(String.init), areIntegers: true)
    case .texts(let texts): self.init(texts: texts, areIntegers: false)
    }
  }
}
