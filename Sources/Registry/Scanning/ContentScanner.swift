/// Looks into a file and into everything that is packed in it, without recursion.
struct ContentScanner {
  /// How deep contents may be packed in each other; a model in an archive that is compressed is at 3.
  static let maximumDepth = 8
  /// How many contents are looked at.
  static let maximumContents = 10_000
  /// How many bytes are looked at, decompressed.
  static let maximumBytes = 4 << 30

  private var list = FindingList()
  private var formats: [String] = []
  private var waiting: [Content] = []
  private var contentCount = 0
  private var byteCount = 0

  /// One content that is still to be looked at.
  private struct Content {
    let bytes: [UInt8]
    let place: [String]
    var role = Role.file
  }

  /// What a content is known to be from where it was found.
  private enum Role {
    case file
    /// Bytes in a pickle, which are nothing special unless they are a pickle.
    case constant
    /// The pickle of torch, which names the arrays that are beside it.
    case torchPickle
  }

  var report: ScanReport {
    ScanReport(
      formats: formats, imports: list.imports, findings: list.ordered, verdict: list.verdict)
  }

  mutating func scan(_ bytes: [UInt8], named name: String) {
    if Self.isProgram(name) {
      formats = ["Python"]
      list.add(.program("Python"), .review, in: [], at: 0)
    }
    byteCount = bytes.count
    waiting = [Content(bytes: bytes, place: [])]
    // In the order of the file: what is found in a content comes before the next one.
    while let content = waiting.popLast() {
      contentCount += 1
      guard contentCount <= Self.maximumContents, byteCount <= Self.maximumBytes,
        content.place.count <= Self.maximumDepth
      else {
        list.add(.tooMuchToRead, .review, in: content.place, at: 0)
        continue
      }
      scan(content)
    }
  }

  private static func isProgram(_ name: String) -> Bool {
    name.hasSuffix(".py") || name.hasSuffix(".pyc")
  }

  private mutating func scan(_ content: Content) {
    switch CompressionKind.of(content.bytes) {
    case .zip: openArchive(content)
    case let kind?: decompress(content, kind)
    case nil where content.bytes.starts(with: NpyHeader.magic): openArray(content)
    case nil: scanPickles(content)
    }
  }

  /// Formats are told of the file itself and of what the whole of it is packed in.
  private mutating func note(_ format: String, _ content: Content) {
    guard content.role != .constant, formats.count == content.place.count else { return }
    formats.append(format)
  }

  private mutating func decompress(_ content: Content, _ kind: CompressionKind) {
    note(kind.rawValue, content)
    let (bytes, fault) = Decompressor.recover(
      content.bytes, limit: max(0, Self.maximumBytes - byteCount))
    if let fault { list.add(.unreadable(fault.message), .review, in: content.place, at: 0) }
    if case .trailingBytes(let offset) = fault {
      let rest = Array(content.bytes.dropFirst(offset))
      waiting.append(Content(bytes: rest, place: content.place + ["rest"], role: .constant))
    }
    byteCount += bytes.count
    waiting.append(
      Content(bytes: bytes, place: content.place + [kind.rawValue], role: content.role))
  }

  private mutating func openArchive(_ content: Content) {
    note("zip", content)
    let archive: ZipArchive
    do throws(CompressionFault) { archive = try ZipArchive(content.bytes) } catch {
      return list.add(
        .unreadable(error.message), error.hidesContent ? .dangerous : .review, in: content.place,
        at: 0)
    }
    let names = ArchiveNames(archive.entries.map(\.name))
    if archive.hasHiddenBytes { list.add(.hiddenBytes, .review, in: content.place, at: 0) }
    // What waits longest comes last: the first entry is looked at first.
    for entry in archive.entries.reversed() {
      let place = content.place + [entry.name]
      if Self.isProgram(entry.name) {
        list.add(.program("Python"), .review, in: place, at: 0)
      }
      if names.areNumbers(entry.name), isUnmarked(entry, of: archive) { continue }
      let (bytes, fault) = archive.recover(entry, limit: max(0, Self.maximumBytes - byteCount))
      // Unpacked contents wait in memory: they count at once.
      byteCount += bytes.count
      if let fault { list.add(.unreadable(fault.message), .review, in: place, at: 0) }
      let role = names.isTorchPickle(entry.name) ? Role.torchPickle : .file
      waiting.append(Content(bytes: bytes, place: place, role: role))
    }
  }

  private mutating func openTar(_ content: Content) {
    note("tar", content)
    let archive = TarArchive(content.bytes)
    if let fault = archive.fault {
      list.add(.unreadable(fault.message), .review, in: content.place, at: 0)
    }
    for entry in archive.entries.reversed() {
      let place = content.place + [entry.name]
      if Self.isProgram(entry.name) {
        list.add(.program("Python"), .review, in: place, at: 0)
      }
      byteCount += entry.range.count
      waiting.append(Content(bytes: Array(content.bytes[entry.range]), place: place))
    }
  }

  private func isUnmarked(_ entry: ZipEntry, of archive: ZipArchive) -> Bool {
    let limit = 8
    let (first, fault) = archive.recover(entry, limit: limit)
    return (fault == nil || fault == .tooLarge(limit: limit)) && !ArchiveNames.areMarked(first)
  }

  /// An array of objects is a pickle behind its header; what is behind any other array is numbers.
  private mutating func openArray(_ content: Content) {
    note("npy", content)
    let header: NpyHeader
    do throws(CompressionFault) { header = try NpyHeader(content.bytes[...]) } catch {
      return list.add(.unreadable(error.message), .review, in: content.place, at: 0)
    }
    if let end = header.dataEnd, end < content.bytes.count {
      list.add(.trailingBytes(content.bytes.count - end), .review, in: content.place, at: end)
    }
    guard header.holdsObjects else { return }
    waiting.append(
      Content(
        bytes: Array(content.bytes[header.dataOffset...]), place: content.place + ["objects"]))
  }

  private mutating func scanPickles(_ content: Content) {
    var scanner = PickleScanner(
      content.bytes, in: content.place, knowsPersistentObjects: content.role == .torchPickle)
    guard !scanner.scan(into: &list) else {
      note("pickle", content)
      byteCount += scanner.nested.reduce(0) { $0 + $1.count }
      waiting += scanner.nested.reversed().map {
        Content(bytes: $0, place: content.place + ["bytes"], role: .constant)
      }
      return
    }
    guard content.role != .constant, !content.bytes.isEmpty else { return }
    if TarArchive.isTar(content.bytes) { return openTar(content) }
    guard let format = KnownFormat.of(content.bytes) else {
      note("unknown", content)
      return list.add(.unknownFormat, .review, in: content.place, at: 0)
    }
    note(format.rawValue, content)
    if format == .json { addPrograms(in: content) }
  }

  /// JSON in which a program hides, or classes are named that a loader imports.
  private mutating func addPrograms(in content: Content) {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.value(content.bytes) } catch {
      let reason = "it is not strict JSON: \(error.reason.rawValue)"
      return list.add(.unreadable(reason), .review, in: content.place, at: error.offset)
    }
    var rest = [value]
    while let value = rest.popLast() {
      if value == "Lambda" {
        list.add(.program("a Lambda layer of Keras"), .review, in: content.place, at: 0)
      }
      rest += value.arrayValue ?? []
      for member in value.objectValue?.members ?? [] {
        rest.append(member.value)
        if member.key == "__loader__" {
          list.add(.program("classes that skops imports"), .review, in: content.place, at: 0)
        }
      }
    }
  }
}
