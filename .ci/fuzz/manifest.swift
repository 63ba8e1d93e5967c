@testable import Registry

/// A manifest that is read names files below its directory only, and a seal is intact only as long
/// as every byte is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let record = try? RecordFile(bytes, path: "manifest.json") {
    checkManifest(record)
    if record.isSealed { checkSeal(bytes) }
  }
  // Most inputs carry no seal: this one does.
  if let fields = (try? JSONReader.value(bytes))?.objectValue,
    let sealed = try? Seal.sealedText(fields, path: "manifest.json")
  {
    guard let record = try? RecordFile(sealed, path: "manifest.json"), record.isSealed else {
      preconditionFailure("what was sealed is not intact")
    }
    checkManifest(record)
    checkSeal(sealed)
  }
  return 0
}

private func checkManifest(_ record: RecordFile) {
  guard let version = try? record.version("version"),
    let manifest = try? Manifest(record, of: version)
  else { return }
  for file in manifest.files {
    let parts = file.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    precondition(
      parts.allSatisfy {
        !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      },
      "a path leads outside")
  }
}

/// Flips one bit at each of some places: nothing of that is a sealed record.
private func checkSeal(_ sealed: [UInt8]) {
  for index in stride(from: 0, to: sealed.count, by: max(1, sealed.count / 16)) {
    var damaged = sealed
    damaged[index] ^= 1 << (index % 8)
    precondition((try? RecordFile(damaged, path: "manifest.json"))?.isSealed != true)
  }
}
