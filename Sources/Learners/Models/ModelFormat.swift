internal import Registry

/// What a model file is, by the library that reads it back.
public enum ModelFormat: String, Sendable, CaseIterable {
  /// A graph of operators, as scikit-learn, LightGBM, XGBoost and many others are converted to.
  case onnx = "ONNX"
  /// A pickle of a scikit-learn estimator, as joblib or pickle writes it.
  case scikitLearn = "scikit-learn"
  /// XGBoost's JSON or UBJSON.
  case xgboost = "XGBoost"
  /// LightGBM's text.
  case lightGBM = "LightGBM"

  /// The format of a file, seen from its first bytes; `nil` when it is none of these.
  ///
  /// Compressed files are taken for pickles, because joblib compresses them.
  static func format(of bytes: [UInt8]) -> ModelFormat? {
    if bytes.first == 0x80 { return .scikitLearn }
    if let kind = CompressionKind.of(bytes) { return kind == .zip ? nil : .scikitLearn }
    let starts: [(text: String, format: ModelFormat)] = [
      ("tree", .lightGBM), ("{", .xgboost),
      // Binary forms that XGBoost gave up, the last one with a base score of one half.
      ("binf", .xgboost), ("CONFIG-offset:", .xgboost), ("\0\0\0?", .xgboost),
    ]
    if let known = starts.first(where: { bytes.starts(with: $0.text.utf8) }) { return known.format }
    // A field number and its wire type: ir_version as a varint, or any other field of a model.
    return bytes.first.map { (1...25).contains($0 >> 3) && [0, 2].contains($0 & 7) } == true
      ? .onnx : nil
  }
}
