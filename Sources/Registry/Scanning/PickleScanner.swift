/// Looks at the pickles in one content, one behind the other.
struct PickleScanner {
  private let content: [UInt8]
  private let place: [String]
  private let knowsPersistentObjects: Bool
  /// How many bytes `pickle.load` is followed through the arrays of joblib, which it takes for
  /// instructions: many such attempts on one content would take for ever.
  private var plainBytes: Int
  /// Bytes that something may load in turn.
  private(set) var nested: [[UInt8]] = []
  private var nestedBytes: Int

  init(_ content: [UInt8], in place: [String], knowsPersistentObjects: Bool) {
    self.content = content
    self.place = place
    self.knowsPersistentObjects = knowsPersistentObjects
    plainBytes = 4 * content.count
    nestedBytes = 4 * content.count
  }

  /// Looks at everything up to the end, or to where no pickle goes on.
  ///
  /// - Returns: Whether there was a pickle, whole or broken.
  mutating func scan(into list: inout FindingList) -> Bool {
    var offset = 0
    while offset < content.count {
      var machine = PickleMachine(content, at: offset)
      let fault = Self.run(&machine)
      if fault != nil, offset == 0, !looksLikePickle(machine, from: 0) { return false }
      collect(machine.document, into: &list)
      if machine.hasPassedBytes { follow(as: .bytesAsInstructions, from: offset, into: &list) }
      if machine.hasObjectArrays { follow(as: .plain, from: offset, into: &list) }
      if let fault {
        add(fault, from: offset, after: machine, to: &list)
        return true
      }
      offset = machine.document.end
    }
    return !content.isEmpty
  }

  private static func run(_ machine: inout PickleMachine) -> PickleFault? {
    do throws(PickleFault) {
      try machine.run()
      return nil
    } catch { return error }
  }

  /// Whether a content that breaks off was a pickle: it says so, it has imported something, or too much of it
  /// could be followed. A text whose first line begins with a `c` is none.
  private func looksLikePickle(_ machine: PickleMachine, from offset: Int) -> Bool {
    let first = content[offset...].prefix(2)
    let isMarked = first.first == PickleOpcode.version.rawValue && first.last ?? .max <= 5
    return isMarked || machine.hasWorked
      || machine.document.nodes.contains { node in
        switch node {
        case .global(let global): global.isPlausible
        case .computedGlobal, .call, .extensionCode: true
        default: false
        }
      }
  }

  /// A frame that does not fit is no accident: what a loader reads then is not what is seen here.
  private func add(
    _ fault: PickleFault, from offset: Int, after machine: PickleMachine,
    to list: inout FindingList
  ) {
    if offset > 0, !looksLikePickle(machine, from: offset) {
      list.add(.trailingBytes(content.count - offset), .review, in: place, at: offset)
    } else {
      let verdict: ScanVerdict = fault.reason == .brokenFrame ? .dangerous : .review
      list.add(.unreadable(fault.message), verdict, in: place, at: fault.offset)
    }
  }

  /// Looks at what other programs than joblib would do: the bytes of arrays are instructions for them.
  /// Those of joblib since 1.2 begin with a byte that is none, and older ones mostly break off soon.
  ///
  /// To `pickle.load`, the pickle of an array of objects also names values of the one around it, and so
  /// nearly always something that is not there: only what is dangerous counts then.
  private mutating func follow(
    as layout: PickleMachine.Layout, from offset: Int, into list: inout FindingList
  ) {
    guard plainBytes > 0 else { return list.add(.tooMuchToRead, .review, in: place, at: offset) }
    var machine = PickleMachine(content, at: offset, as: layout)
    _ = Self.run(&machine)
    plainBytes -= machine.cursor.position - offset
    guard layout == .plain else { return collect(machine.document, into: &list) }
    PickleFindings(machine.document, in: place, knowsPersistentObjects: false)
      .addDangerousImports(to: &list)
  }

  private mutating func collect(_ document: PickleDocument, into list: inout FindingList) {
    var findings = PickleFindings(
      document, in: place, knowsPersistentObjects: knowsPersistentObjects)
    findings.add(to: &list)
    for reference in findings.nested {
      guard let bytes = document.bytes(at: reference), !bytes.isEmpty else { continue }
      nestedBytes -= bytes.count
      guard nestedBytes >= 0 else {
        return list.add(.tooMuchToRead, .review, in: place, at: document.end)
      }
      nested.append(Array(bytes))
    }
  }
}

extension PickleGlobal {
  /// Whether module and name are spelled as Python spells names.
  var isPlausible: Bool {
    [module, name].allSatisfy { text in
      !text.isEmpty
        && text.utf8.allSatisfy { byte in
          byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
    }
  }
}
