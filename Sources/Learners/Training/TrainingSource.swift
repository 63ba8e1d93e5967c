internal import Registry

/// The table that was read, and the digest of the bytes that it was read from.
struct TrainingSource: Sendable {
  let csv: CSVTable
  let sha256: SHA256Digest
  var table: Table { csv.table }
}
