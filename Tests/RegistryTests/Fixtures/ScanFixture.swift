import Testing

/// A file that Python wrote, with a call of a function somewhere in it.
struct ScanFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let base64: String
  /// What the file is, from the outside.
  let formats: [String]
  /// The contents that lead to the call.
  let place: [String]

  var testDescription: String { name }

  func bytes() throws -> [UInt8] { try PickleFixture.bytes(base64) }
}
