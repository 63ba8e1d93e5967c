import Registry
import Testing

@Suite struct `SHA-256` {
  // NIST, FIPS 180-4 examples and the SHAVS short message vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `agrees with the published vectors`(text: String, digest: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).description == digest)
  }

  // NIST: one million times "a".
  @Test func `agrees on a million bytes, whatever the pieces`() {
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    for size in [1, 63, 64, 65, 4096, 1_000_000] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(hash.finalize().description == expected, "in pieces of \(size)")
    }
  }

  @Test func `reads its own digits, in either case, and nothing else`() throws {
    let digest = SHA256.digest(of: Array("abc".utf8))
    #expect(SHA256Digest(digest.description) == digest)
    #expect(SHA256Digest(digest.description.uppercased()) == digest)
    #expect(SHA256Digest(String(digest.description.dropLast())) == nil)
    #expect(SHA256Digest(digest.description.dropLast() + "g") == nil)
  }
}
