extension ElementType {
  /// The type in which elements of a file's type are held, by the number that ONNX gives that type; `nil`
  /// for one that is not read. Whole numbers of 32 bits are held in 64.
  init?(fileNumber: Int32) {
    self.init(rawValue: fileNumber == Self.int32Number ? Self.int64.rawValue : fileNumber)
  }

  /// The number that ONNX gives to whole numbers of 32 bits.
  static let int32Number: Int32 = 6
  /// The number that ONNX gives to bytes.
  static let byteNumber: Int32 = 2

  /// What ONNX calls the type of a number.
  static func name(ofNumber number: Int32) -> String {
    let names = [
      "undefined", "float", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool",
      "float16", "double", "uint32", "uint64", "complex64", "complex128", "bfloat16",
    ]
    return names.indices.contains(Int(number)) ? names[Int(number)] : "number \(number)"
  }
}
