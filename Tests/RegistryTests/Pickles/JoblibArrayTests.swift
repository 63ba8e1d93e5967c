import Testing

@testable import Registry

/// What joblib writes is compared with Python in ``A pickle``; here is what it never writes.
@Suite struct `An array between the instructions` {
  /// The pickle that joblib writes before the bytes of an array, with other attributes.
  private static func wrapper(
    shape: String = "K\u{2}\u{85}", type: String = dtype("u1"), more: String = ""
  ) -> String {
    "cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u{81}}(U\u{5}shape\(shape)U\u{5}dtype\(type)"
      + "U\u{5}orderU\u{1}C\(more)ub"
  }

  private static func dtype(
    _ name: String, size: String = "J\u{FF}\u{FF}\u{FF}\u{FF}",
    flags: String = "K\u{0}"
  ) -> String {
    let unaligned = "J\u{FF}\u{FF}\u{FF}\u{FF}"
    return "cnumpy\ndtype\n(V\(name)\n\u{89}\u{88}tR(K\u{3}U\u{1}|NNN\(size)\(unaligned)\(flags)tb"
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  @Test func `is as long as shape and type say`() throws {
    let document = try PickleDocument(Self.bytes(Self.wrapper() + "..."))
    let array = try #require(document.array(at: document.root))
    #expect(array.elements == .bytes([0x2E, 0x2E]))
    #expect(document.end == document.content.count)
  }

  @Test(arguments: [
    // No tuple of lengths: what is no tuple could have been changed since.
    wrapper(shape: "](K\u{2}e"), wrapper(shape: "J\u{FF}\u{FF}\u{FF}\u{FF}\u{85}"),
    wrapper(shape: "N"),
    // More elements than any number counts.
    wrapper(shape: "\u{8A}\u{8}\0\0\0\0\0\0\0@\u{8A}\u{8}\0\0\0\0\0\0\0@\u{86}"),
    // Types that say two things.
    wrapper(type: dtype("u1", flags: "K\u{1}")), wrapper(type: dtype("V8", size: "K\u{4}")),
    wrapper(type: dtype("i4,f8")), wrapper(type: "N"), wrapper(type: dtype("O8")),
    // Padding that is no number.
    wrapper(more: "U\u{1B}numpy_array_alignment_bytesU\u{1}x"),
    // A second state.
    wrapper() + "\u{0}\u{0}0cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u{81}q\u{1}}bh\u{1}}b",
  ])
  func `that cannot be measured ends the reading`(text: String) {
    let fault = #expect(throws: PickleFault.self) { try PickleDocument(Self.bytes(text + "....")) }
    #expect(fault?.reason == .unreadableArray)
  }

  @Test func `that is longer than the file ends the reading`() {
    let text = Self.wrapper(shape: "J\u{FF}\u{FF}\u{FF}\u{7F}\u{85}") + "ab."
    let fault = #expect(throws: PickleFault.self) { try PickleDocument(Self.bytes(text)) }
    #expect(fault?.reason == .endsEarly)
  }

  @Test func `is not read from inside a frame`() {
    // joblib would read it from behind the frame, and go on in the frame.
    let text = Self.wrapper()
    let frame = "\u{95}\(Unicode.Scalar(UInt8(text.unicodeScalars.count + 4)))\0\0\0\0\0\0\0"
    let fault = #expect(throws: PickleFault.self) {
      try PickleDocument(Self.bytes(frame + text + "ab0N.xx"))
    }
    #expect(fault?.reason == .brokenFrame)
  }

  @Test func `of objects is the pickle behind it, with a memo of its own`() throws {
    // Value 0 is the list outside, and the text inside.
    let outer = "]q\0" + Self.wrapper(type: Self.dtype("O8", flags: "K?"))
    let document = try PickleDocument(Self.bytes(outer + "U\u{2}inq\0h\0.a" + "h\0a."))
    #expect(document.items(at: document.root)?.count == 2)
    #expect(document.items(at: document.root)?.last == document.root)
    let first = try #require(document.items(at: document.root)?.first)
    #expect(document.text(at: first) == "in")
  }

  @Test func `of objects holds none whose bytes follow`() throws {
    // Its loader is that of Python, which takes the two bytes for instructions.
    let outer = Self.wrapper(type: Self.dtype("O8", flags: "K?"))
    let document = try PickleDocument(Self.bytes(outer + Self.wrapper() + "0N." + "."))
    #expect(document[document.root] == .none)
  }

  @Test func `with a second state ends the reading`() throws {
    let state = "}(U\u{5}shapeK\u{0}\u{85}U\u{5}dtype\(Self.dtype("u1"))U\u{5}orderU\u{1}Cu"
    let wrapper = "cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u{81}2q\u{1}\(state)b0"
    let fault = #expect(throws: PickleFault.self) {
      try PickleDocument(Self.bytes(wrapper + "h\u{1}}b."))
    }
    #expect(fault?.reason == .unreadableArray)
    // Without the second state, what describes the array is no more than an object.
    let document = try PickleDocument(Self.bytes(wrapper + "h\u{1}."))
    #expect(document.call(at: document.root) != nil)
  }

  @Test func `with more bytes than any number counts ends the reading`() {
    let text = Self.wrapper(
      shape: "\u{8A}\u{8}\0\0\0\0\0\0\0@\u{85}", type: Self.dtype("u8"))
    let fault = #expect(throws: PickleFault.self) { try PickleDocument(Self.bytes(text + ".")) }
    #expect(fault?.reason == .endsEarly)
  }

  @Test(arguments: [
    ("f8", "K?", "](G\0\0\0\0\0\0\0\0e", false), ("O8", "K?", "](NNe", false),
    ("O8", "K?", "](Ne", true),
  ])
  func `as a list has as many objects as its shape says, and no numbers`(
    type: String, flags: String, list: String, isArray: Bool
  ) throws {
    let flags = type == "O8" ? flags : "K\u{0}"
    let text =
      "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\0\u{85}C\u{1}btR"
      + "(K\u{1}K\u{1}\u{85}\(Self.dtype(type, flags: flags))\u{89}\(list)tb."
    let document = try PickleDocument(Self.bytes(text))
    #expect((document.array(at: document.root) != nil) == isArray)
  }

  @Test func `of objects ends where its frame ends`() {
    let outer = Self.wrapper(type: Self.dtype("O8", flags: "K?"))
    let fault = #expect(throws: PickleFault.self) {
      try PickleDocument(Self.bytes(outer + "\u{95}\u{9}\0\0\0\0\0\0\0N.N.N.N.N."))
    }
    #expect(fault?.reason == .brokenFrame)
  }
}
