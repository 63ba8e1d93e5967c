/// Files that are no pickles, and in which no program can hide.
enum KnownFormat: String {
  case onnx = "ONNX"
  case xgboostJSON = "XGBoost JSON"
  case xgboostUBJSON = "XGBoost UBJSON"
  case lightgbm = "LightGBM text"
  case safetensors = "safetensors"
  case npy = "npy"
  case json = "JSON"
  case text = "text"

  /// What a content is, by its first bytes and, where these say little, by its structure.
  ///
  /// - Parameter content: What was seen to be no pickle.
  /// - Returns: `nil` for what is none of them.
  static func of(_ content: [UInt8]) -> KnownFormat? {
    if content.starts(with: Array("tree\nversion=v".utf8)) { return .lightgbm }
    if content.starts(with: Array("{L\0\0\0\0\0\0\0\u{7}learner".utf8)) { return .xgboostUBJSON }
    if isSafetensors(content) { return .safetensors }
    guard let text = String(validating: content, as: UTF8.self), isPlain(content) else {
      return isONNX(content) ? .onnx : nil
    }
    guard content.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return .text }
    return text.utf8.starts(with: "{\"learner\"".utf8) ? .xgboostJSON : .json
  }

  /// Whether a text has no control character but those of lines.
  private static func isPlain(_ content: [UInt8]) -> Bool {
    content.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Eight bytes that say how long the JSON behind them is.
  private static func isSafetensors(_ content: [UInt8]) -> Bool {
    guard content.count > 9, content[8] == UInt8(ascii: "{") else { return false }
    let length = content[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(content.count - 8) else { return false }
    return content[8..<8 + Int(length)].last { $0 != 0x20 } == UInt8(ascii: "}")
  }

  /// Fields of a `ModelProto` from the first byte to the last, a graph among them.
  ///
  /// Source: onnx.proto; Protocol Buffers documentation, *Encoding*.
  private static func isONNX(_ content: [UInt8]) -> Bool {
    var rest = content[...]
    var hasGraph = false
    while !rest.isEmpty {
      guard let key = varint(&rest), modelFields.contains(key >> 3) else { return false }
      switch key & 7 {
      case 0:
        guard varint(&rest) != nil else { return false }
      case 2:
        guard let length = varint(&rest), length <= UInt64(rest.count) else { return false }
        rest = rest.dropFirst(Int(length))
        if key >> 3 == 7 { hasGraph = true }
      default: return false
      }
    }
    return hasGraph
  }

  private static let modelFields: Set<UInt64> = [1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26]

  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}
