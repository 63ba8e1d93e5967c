/// The operator sets that are understood.
package enum ONNXDomain: String, Sendable, CaseIterable {
  /// The operators of ONNX itself, written as the empty string.
  case standard = ""
  /// The operators of classical machine learning.
  case learning = "ai.onnx.ml"

  /// The domain that a file names, where "ai.onnx" is a second name of the empty one.
  package init?(fileName: String) {
    if fileName == "ai.onnx" {
      self = .standard
    } else {
      self.init(rawValue: fileName)
    }
  }

  /// The name to show to people.
  package var name: String { self == .standard ? "ai.onnx" : rawValue }

  /// The versions whose operators are understood.
  package var versions: ClosedRange<Int64> {
    switch self {
    case .standard: 7...22
    case .learning: 1...5
    }
  }
}
