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
    /// Numbers, which nobody loads as anything else.
    case numbers
  }

  var report: ScanReport {
    ScanReport(
      formats: formats, imports: list.imports, findings: list.ordered, verdict: list.verdict)
  }

  mutating func scan(_ bytes: [UInt8], named name: String) {
    if name.hasSuffix(".py") || name.hasSuffix(".pyc") {
      formats = ["Python"]
      return list.add(.program("Python"), .review, in: [], at: 0)
    }
    waiting = [Content(bytes: bytes, place: [])]
    // In the order of the file: what is found in a content comes before the next one.
    while let content = waiting.popLast() {
      contentCount += 1
      byteCount += content.bytes.count
      guard contentCount <= Self.maximumContents, byteCount <= Self.maximumBytes,
        content.place.count <= Self.maximumDepth
      else {
        list.add(.tooMuchToRead, .review, in: content.place, at: 0)
        continue
      }
      scan(content)
    }
  }

  private mutating func scan(_ content: Content) {
    guard content.role != .numbers else { return }
    switch CompressionKind.of(content.bytes) {
    case .zip: list.add(.unreadable("it is an archive"), .review, in: content.place, at: 0)
    case let kind?: decompress(content, kind)
    case nil: scanPickles(content)
    }
  }

  /// Formats are told of the file itself and of what the whole of it is packed in.
  private mutating func note(_ format: String, _ content: Content) {
    if formats.count == content.place.count { formats.append(format) }
  }

  private mutating func decompress(_ content: Content, _ kind: CompressionKind) {
    note(kind.rawValue, content)
    let (bytes, fault) = Decompressor.recover(
      content.bytes, limit: max(0, Self.maximumBytes - byteCount))
    if let fault { list.add(.unreadable(fault.message), .review, in: content.place, at: 0) }
    waiting.append(
      Content(bytes: bytes, place: content.place + [kind.rawValue], role: content.role))
  }

  private mutating func scanPickles(_ content: Content) {
    var scanner = PickleScanner(
      content.bytes, in: content.place, knowsPersistentObjects: content.role == .torchPickle)
    guard !scanner.scan(into: &list) else {
      note("pickle", content)
      waiting += scanner.nested.reversed().map {
        Content(bytes: $0, place: content.place + ["bytes"], role: .constant)
      }
      return
    }
    guard content.role != .constant, !content.bytes.isEmpty else { return }
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
