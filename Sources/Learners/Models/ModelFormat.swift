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
    let starts: [(bytes: [UInt8], format: ModelFormat)] = [
      ([0x80], .scikitLearn), ([0x78], .scikitLearn), ([0x1F, 0x8B], .scikitLearn),
      (Array("BZh".utf8), .scikitLearn), ([0xFD, 0x37, 0x7A], .scikitLearn),
      ([0x5D, 0, 0], .scikitLearn), ([0x04, 0x22, 0x4D, 0x18], .scikitLearn),
      (Array("tree".utf8), .lightGBM), (Array("{".utf8), .xgboost),
      // Binary forms that XGBoost gave up, the last one with a base score of one half.
      (Array("binf".utf8), .xgboost), (Array("CONFIG-offset:".utf8), .xgboost),
      ([0, 0, 0, 0x3F], .xgboost),
    ]
    if let known = starts.first(where: { bytes.starts(with: $0.bytes) }) { return known.format }
    // A field number and its wire type: ir_version as a varint, or any other field of a model.
    return bytes.first.map { (1...25).contains($0 >> 3) && [0, 2].contains($0 & 7) } == true
      ? .onnx : nil
  }
}
