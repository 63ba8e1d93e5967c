@testable import Registry

/// Whatever a file says, it has at most as much content as was allowed, and a higher limit changes
/// nothing in what came out below it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.starts(with: "PK".utf8) {
    readArchive(bytes)
  } else if CompressionKind.of(bytes) == nil {
    if let header = try? NpyHeader(bytes[...]) {
      precondition(header.dataOffset <= count, "the array begins behind the file")
      _ = header.holdsObjects
    }
    _ = try? PythonLiteralReader.value(bytes[...])
  } else {
    decompress(bytes)
  }
  return 0
}

private func decompress(_ bytes: [UInt8]) {
  let few = Decompressor.recover(bytes, limit: 5_000)
  let many = Decompressor.recover(bytes, limit: 1 << 22)
  precondition(few.content.count <= 5_000 && many.content.count <= 1 << 22, "above the limit")
  precondition(many.content.starts(with: few.content), "the limit changes the content")
  if few.fault == nil {
    precondition(many.fault == nil && many.content == few.content, "the limit changes the content")
  }
}

private func readArchive(_ bytes: [UInt8]) {
  guard let archive = try? ZipArchive(bytes) else { return }
  for entry in archive.entries.prefix(20) {
    let (content, fault) = archive.recover(entry, limit: 1 << 20)
    precondition(fault != nil || content.count == entry.size, "an entry has another length than it says")
  }
}
