/// Where a copy of a registry goes: a directory or an archive.
///
/// Parents come before what is in them, and paths are those below the registry directory.
protocol TransferSink {
  /// Adds a directory. What is sealed is part of a version, and so not writable in the copy.
  mutating func addDirectory(_ path: String, isSealed: Bool) throws(RegistryError)
  /// Begins a file, whose bytes follow.
  mutating func beginFile(_ path: String, byteCount: Int, isSealed: Bool) throws(RegistryError)
  mutating func write(_ bytes: [UInt8]) throws(RegistryError)
  mutating func endFile() throws(RegistryError)
}

extension TransferSink {
  /// Adds a small file.
  mutating func addFile(_ path: String, _ bytes: [UInt8]) throws(RegistryError) {
    try beginFile(path, byteCount: bytes.count, isSealed: false)
    try write(bytes)
    try endFile()
  }
}
