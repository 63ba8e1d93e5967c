/// Brings the entries of an archive to their places.
struct ArchiveImporter {
  private let path: String
  private var seen: Set<[UInt8]> = []
  private var made: Set<[UInt8]> = []
  private var files: Set<[UInt8]> = []

  init(path: String) { self.path = path }

  mutating func copy(
    _ reader: inout TarReader<some ByteSource>, to sink: inout some TransferSink
  ) throws(RegistryError) {
    while let entry = try reader.next() {
      let path = entry.parts.joined(separator: "/")
      guard seen.insert(Array(path.utf8)).inserted else {
        throw .damagedArchive(path: self.path, .duplicate)
      }
      guard let isSealed = isSealed(entry) else { continue }
      let parents = entry.isDirectory ? entry.parts : entry.parts.dropLast()
      try makeDirectories(Array(parents), isSealed: isSealed, in: &sink)
      guard !entry.isDirectory else { continue }
      guard !made.contains(Array(path.utf8)) else {
        throw .damagedArchive(path: self.path, .duplicate)
      }
      files.insert(Array(path.utf8))
      try sink.beginFile(path, byteCount: entry.byteCount, isSealed: isSealed)
      var block: [UInt8] = []
      while try reader.read(upTo: 256 << 10, into: &block) > 0 {
        try sink.write(block)
        block.removeAll(keepingCapacity: true)
      }
      try sink.endFile()
    }
  }

  /// Whether an entry is part of a version; `nil` when it is no part of a registry's copy, such as
  /// the lock: it is passed over, as readers pass over it.
  private func isSealed(_ entry: TarReader<some ByteSource>.Entry) -> Bool? {
    guard let first = entry.parts.first else { return nil }
    if let version = try? ModelVersion(first), version.description == first {
      return entry.parts.count > 1 || entry.isDirectory ? true : nil
    }
    if first == RegistryDirectory.ownName {
      let kept = [RegistryDirectory.formatName, Journal.fileName]
      let name = entry.parts.dropFirst().joined(separator: "/")
      return entry.parts.count == 1 && entry.isDirectory || kept.contains(name) ? false : nil
    }
    let isAlias = first.hasSuffix(".json") && (try? AliasName(String(first.dropLast(5)))) != nil
    let isKept = isAlias || first == Policy.fileName
    return entry.parts.count == 1 && !entry.isDirectory && isKept ? false : nil
  }

  /// An archive need not name a directory before what is in it.
  private mutating func makeDirectories(
    _ parts: [String], isSealed: Bool, in sink: inout some TransferSink
  ) throws(RegistryError) {
    for count in parts.indices.map({ $0 + 1 }) {
      let path = parts[..<count].joined(separator: "/")
      // A file cannot be a directory as well.
      guard !files.contains(Array(path.utf8)) else {
        throw .damagedArchive(path: self.path, .duplicate)
      }
      if made.insert(Array(path.utf8)).inserted {
        try sink.addDirectory(path, isSealed: isSealed)
      }
    }
  }
}
