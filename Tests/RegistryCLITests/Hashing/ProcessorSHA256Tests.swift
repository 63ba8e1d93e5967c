import Foundation
import Learners
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `SHA-256 in the processor's instructions` {
  init() {
    // From here on the instructions are used, where this processor has them.
    digest(of: [UInt8](repeating: 0, count: 2 << 20), in: [2 << 20])
  }

  @discardableResult
  private func digest(of bytes: [UInt8], in pieces: [Int]) -> SHA256Digest {
    var hash = ProcessorSHA256()
    var start = 0
    for size in pieces {
      bytes[start..<start + size].withUnsafeBytes { hash.update($0) }
      start += size
    }
    return hash.finalize()
  }

  // NIST, FIPS 180-4 examples and the SHAVS short message vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `agrees with the published vectors`(text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(digest(of: bytes, in: [bytes.count]).description == expected)
  }

  @Test func `agrees with the portable code on any length in any pieces`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let pieces = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Int.random(in: 0...300, using: &generator)
      }
      let bytes = (0..<pieces.reduce(0, +)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(digest(of: bytes, in: pieces) == SHA256.digest(of: bytes))
    }
  }

  @Test func `goes on from where the portable code was`() throws {
    let directory = try TemporaryDirectory()
    let bytes = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) }
    try Data(bytes).write(to: URL(fileURLWithPath: directory.file("bytes")))
    let system = ShellCommand("sha256sum < '\(directory.file("bytes"))'").output
    let pieces = [Int](repeating: 1 << 16, count: 48)
    #expect(digest(of: bytes, in: pieces).description == String(system.prefix(64)))
  }
}
