import Foundation
import Registry
import TestSupport
import Testing

/// SHA-256 of what it is given and one byte more, so that its work can be told from others'.
private struct OtherHasher: SHA256Hasher {
  private var hash = SHA256()
  mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bytes) }
  consuming func finalize() -> SHA256Digest {
    hash.update([0])
    return hash.finalize()
  }
}

@Suite struct `A hasher that the caller gives` {
  @Test func `hashes the content of files wherever a registry does`() throws {
    let directory = try TemporaryDirectory()
    try SampleArtifacts.write(in: directory)
    let path = directory.file("registry")
    let (other, own) = (ModelRegistry(at: path, hasher: OtherHasher.self), ModelRegistry(at: path))
    let version = try ModelVersion("v1.0.0")
    let artifacts = try ArtifactDirectory(directory.file("artifacts"))
    let manifest = try other.register(artifacts, as: version, by: "ana").manifest
    let model = try #require(manifest.files.first { $0.path == "model.joblib" })
    #expect(model.digest == SHA256.digest(of: Array("model bytes".utf8) + [0]))
    try other.promote(version, by: "ana")
    #expect(try other.verify().findings == [])
    #expect(try other.resolve(.alias(.champion)).readModel() == Array("model bytes".utf8))
    #expect(try own.verify().findings.count == 4)
    #expect(throws: RegistryError.self) { try own.promote(version, by: "ana") }
  }

  @Test func `answers with 32 bytes`() {
    let digest = SHA256.digest(of: Array("abc".utf8))
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    #expect(SHA256Digest(bytes: digest.bytes.dropLast()) == nil)
  }
}
