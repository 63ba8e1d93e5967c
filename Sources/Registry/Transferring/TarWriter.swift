/// Writes an archive as POSIX specifies it, entry by entry.
struct TarWriter: TransferSink {
  private let time: Timestamp
  private let output: ([UInt8]) throws(RegistryError) -> Void
  private var fileByteCount = 0
  private var byteCount = 0

  init(modifiedAt time: Timestamp, to output: @escaping ([UInt8]) throws(RegistryError) -> Void) {
    self.time = time
    self.output = output
  }

  mutating func addDirectory(_ path: String, isSealed: Bool) throws(RegistryError) {
    let mode = isSealed ? StagedVersion.directoryMode : 0o755
    try write(
      TarHeader(
        path: Array(path.utf8) + [UInt8(ascii: "/")], kind: .directory, byteCount: 0, mode: mode
      )
      .bytes(modifiedAt: time))
  }

  mutating func beginFile(_ path: String, byteCount: Int, isSealed: Bool) throws(RegistryError) {
    let mode = isSealed ? StagedVersion.fileMode : 0o644
    try write(
      TarHeader(path: Array(path.utf8), kind: .file, byteCount: byteCount, mode: mode)
        .bytes(modifiedAt: time))
    fileByteCount = byteCount
  }

  mutating func write(_ bytes: [UInt8]) throws(RegistryError) {
    try output(bytes)
    byteCount += bytes.count
  }

  mutating func endFile() throws(RegistryError) {
    try write([UInt8](repeating: 0, count: TarHeader.padding(fileByteCount)))
  }

  /// Two blocks of zeros, and more to a full record of 20 blocks, as tape drives wanted it and some
  /// readers still do.
  mutating func finish() throws(RegistryError) {
    let record = 20 * TarHeader.blockSize
    let end = byteCount + 2 * TarHeader.blockSize
    let padding = (record - end % record) % record
    try write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize + padding))
  }
}
