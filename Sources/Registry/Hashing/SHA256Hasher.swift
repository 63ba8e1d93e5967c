/// An implementation of SHA-256 that a registry hashes file contents with.
///
/// ``SHA256`` is one, in portable Swift. CryptoKit's and swift-crypto's use the processor's SHA
/// instructions, several times as fast; this makes one of them usable:
///
/// ```swift
/// struct CryptoHasher: SHA256Hasher {
///   private var hash = Crypto.SHA256()
///   mutating func update(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }
///   consuming func finalize() -> SHA256Digest { SHA256Digest(bytes: hash.finalize())! }
/// }
/// let registry = ModelRegistry(at: "models/registry", hasher: CryptoHasher.self)
/// ```
public protocol SHA256Hasher: Sendable {
  /// A digest of no bytes yet.
  init()
  /// Takes the next bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer)
  /// The digest of all bytes taken.
  consuming func finalize() -> SHA256Digest
}

extension SHA256Hasher {
  /// Takes the next bytes.
  mutating func update(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { update($0) } }

  /// The digest of all bytes.
  static func digest(of bytes: ArraySlice<UInt8>) -> SHA256Digest {
    var hash = Self()
    hash.update(bytes)
    return hash.finalize()
  }
}
