import Foundation
import Testing

/// A pickle that Python wrote, and what it holds.
struct PickleFixture: Sendable, CustomTestStringConvertible {
  let name: String
  let base64: String
  /// As ``PickleText`` writes it.
  let value: String

  var testDescription: String { name }

  func bytes() throws -> [UInt8] { try Self.bytes(base64) }

  static func bytes(_ base64: String) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: base64)))
  }
}
