internal import Registry

/// A source that hashes what is read through it, so that the digest is that of the bytes that were
/// used: a pipe cannot be read again, and a file may change.
///
/// A class because the reader owns its source and the digest is asked for afterwards.
final class DigestingSource: ByteSource {
  private var source: any ByteSource
  private var hash = SHA256()

  init(_ source: any ByteSource) { self.source = source }

  /// The digest of what was read so far.
  var digest: SHA256Digest { hash.finalize() }

  func read(upTo limit: Int, into bytes: inout [UInt8]) throws(RegistryError) -> Int {
    let start = bytes.count
    let count = try source.read(upTo: limit, into: &bytes)
    hash.update(bytes[start...])
    return count
  }
}
