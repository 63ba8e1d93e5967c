import Testing

@testable import Registry

@Suite struct `Pickles that were damaged` {
  @Test(arguments: PickleFixture.all)
  func `are read or refused`(fixture: PickleFixture) throws {
    let whole = try fixture.bytes()
    var random = SplitMix64(state: 20_261_121)
    for _ in 0..<100 {
      var bytes = whole
      for _ in 0...random.next() % 4 {
        let index = Int(random.next() % UInt64(bytes.count))
        bytes[index] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.next().isMultiple(of: 3) {
        bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
      }
      try use(bytes)
    }
  }

  /// Asks for every value that was made; each answer ends.
  private func use(_ bytes: [UInt8]) throws {
    guard let document = try? PickleDocument(bytes) else { return }
    for index in document.nodes.indices {
      let reference = PickleReference(index)
      if let array = document.array(at: reference), case .bytes(let bytes) = array.elements {
        #expect(bytes.count == array.count * array.type.itemSize)
      }
      _ = document.bytes(at: reference)
      if let call = document.call(at: reference) {
        _ = document.attributes(of: call)
        _ = document.made(by: call)
      }
    }
  }

  @Test func `are never clean when they are cut`() throws {
    let whole = try PickleFixture.bytes(PickleFixture.decisionTree)
    #expect(ScanReport(scanning: whole).verdict == .clean)
    for count in 1..<whole.count {
      #expect(ScanReport(scanning: Array(whole.prefix(count))).verdict == .review)
    }
  }

  @Test(arguments: ScanFixture.packed)
  func `stay dangerous, or are for a person to look at`(fixture: ScanFixture) throws {
    let whole = try fixture.bytes()
    // The first of two pickles, or streams, is one by itself; the first bytes of a mark are a text.
    let firstEnd = firstEnd(whole)
    let markLength = CompressionKind.of(whole) == nil ? 1 : 6
    var random = SplitMix64(state: 7)
    for _ in 0..<50 {
      let cut = Int(random.next() % UInt64(whole.count))
      let verdict = ScanReport(scanning: Array(whole.prefix(cut))).verdict
      #expect(verdict > .clean || cut == firstEnd || cut < markLength)
    }
  }

  private func firstEnd(_ bytes: [UInt8]) -> Int? {
    if case .trailingBytes(let offset) = Decompressor.recover(bytes, limit: 1 << 20).fault {
      return offset
    }
    return (try? PickleDocument(bytes))?.end
  }
}
