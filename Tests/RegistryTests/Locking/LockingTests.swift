import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `A lock` {
  let sample: SampleRegistry
  let version: ModelVersion

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0")
    version = try ModelVersion("v1.0.0")
    try sample.registry.promote(version, by: "ana")
  }

  private func text(_ json: JSONValue) -> String {
    String(decoding: json.indentedText, as: UTF8.self)
  }

  private func write(_ lock: ModelLock) throws -> String {
    try sample.directory.write(text(lock.json), to: "model.lock")
  }

  @Test func `says what is pinned, and is read back as it was`() throws {
    let lock = try sample.registry.lock()
    let manifest = try sample.registry.manifest(of: version)
    #expect(lock.version == version && lock.reference == .alias(.champion))
    #expect(lock.manifestDigest == manifest.digest)
    #expect(lock.hashes.map(\.path) == manifest.files.map(\.path))
    #expect(lock.lockedAt == "2026-01-15T10:30:00Z")
    #expect(try ModelLock(path: write(lock)) == lock)
    let text = try sample.directory.read("model.lock")
    #expect(
      text.hasPrefix(
        """
        {
          "lock_version": 1,
          "reference": "champion",
          "version": "v1.0.0",
          "manifest_sha256": "\(manifest.digest)",
          "hashes": {
            "metrics.json": "
        """))
    #expect(text.hasSuffix("  },\n  \"locked_at\": \"2026-01-15T10:30:00Z\"\n}\n"))
  }

  @Test func `leads to the same version wherever the alias points by now`() throws {
    let lock = try sample.registry.lock()
    try sample.registry.promote(ModelVersion("v1.1.0"), by: "ana")
    #expect(try sample.registry.resolve(locked: lock).version == version)
  }

  @Test func `refuses a version of that number with another manifest`() throws {
    let lock = try sample.registry.lock()
    // Registered anew elsewhere: the same files, another moment.
    let other = try SampleRegistry()
    other.wait(days: 1)
    try other.register("v1.0.0")
    #expect(
      throws: RegistryError.notAsLocked(
        path: other.file("v1.0.0/manifest.json"), version: version)
    ) { try other.registry.resolve(locked: lock) }
  }

  @Test func `refuses a version of which a byte is another`() throws {
    let lock = try sample.registry.lock()
    chmod(sample.file("v1.0.0/model.joblib"), 0o644)
    try sample.directory.write("model bytez", to: "registry/v1.0.0/model.joblib")
    #expect(
      throws: RegistryError.damagedFile(path: sample.file("v1.0.0/model.joblib"), .content)
    ) { try sample.registry.resolve(locked: lock) }
  }

  @Test func `refuses other digests of files than the manifest has`() throws {
    let text = text(try sample.registry.lock().json)
    let digest = try #require(text.firstMatch(of: /"metrics.json": "([0-9a-f]{64})"/)?.1)
    let path = try sample.directory.write(
      text.replacing(digest, with: String(repeating: "0", count: 64)), to: "model.lock")
    let error = #expect(throws: RegistryError.self) {
      try sample.registry.resolve(locked: ModelLock(path: path))
    }
    #expect(error?.exitCode == .integrityFailure)
  }

  @Test func `says that its version is not there`() throws {
    let lock = try sample.registry.lock()
    let error = #expect(throws: RegistryError.self) {
      try SampleRegistry("v2.0.0").registry.resolve(locked: lock)
    }
    #expect(error?.exitCode == .notFound)
  }

  @Test(arguments: [
    ("", ExitCode.integrityFailure), ("[]", .integrityFailure), ("{}", .integrityFailure),
    ("{\"lock_version\": 2}", .newerFormat), ("{\"lock_version\": 0}", .integrityFailure),
    ("{\"lock_version\": 1, \"lock_version\": 1}", .integrityFailure),
  ])
  func `is read strictly`(text: String, code: ExitCode) throws {
    let path = try sample.directory.write(text, to: "model.lock")
    #expect(#expect(throws: RegistryError.self) { try ModelLock(path: path) }?.exitCode == code)
  }

  @Test(arguments: ["reference", "version", "manifest_sha256", "hashes", "locked_at"])
  func `needs every field`(field: String) throws {
    var fields = try #require(try sample.registry.lock().json.objectValue)
    fields[field] = nil
    let path = try sample.directory.write(text(.object(fields)), to: "model.lock")
    #expect(
      #expect(throws: RegistryError.self) { try ModelLock(path: path) }?.exitCode
        == .integrityFailure)
  }

  @Test func `may be reached through a link, as deployments mount it`() throws {
    _ = try write(sample.registry.lock())
    symlink("model.lock", sample.directory.file("link"))
    #expect(try ModelLock(path: sample.directory.file("link")).version == version)
    #expect(throws: RegistryError.noSuchFile(path: "none")) { try ModelLock(path: "none") }
  }
}
