import Testing

@testable import Registry

@Suite struct `A pickle` {
  /// The expected texts are what Python shows of the values that it pickled.
  @Test(arguments: PickleFixture.all)
  func `is read as Python wrote it`(fixture: PickleFixture) throws {
    let document = try PickleDocument(fixture.bytes())
    #expect(PickleText(document: document).text == fixture.value)
    #expect(document.end == document.content.count)
    #expect(document.alterations.isEmpty)
  }

  @Test func `shares what Python shared`() throws {
    // ](}2e. : a list that holds one dictionary twice.
    let document = try PickleDocument(Array("](}2e.".utf8))
    let items = try #require(document.items(at: document.root))
    #expect(items.count == 2)
    #expect(items[0] == items[1])
  }

  @Test func `may hold itself`() throws {
    // ]q\0h\0a. : a list whose item is the list.
    let document = try PickleDocument(Array("]q\0h\0a.".utf8))
    #expect(document.items(at: document.root) == [document.root])
  }

  @Test(arguments: [
    ("", 0, PickleFault.Reason.endsEarly), ("N", 1, .endsEarly), ("K", 0, .endsEarly),
    ("\u{8}.", 0, .unknownInstruction(8)), (".", 0, .nothingOnStack), ("R.", 0, .nothingOnStack),
    ("t.", 0, .noMark), ("h\u{7}.", 0, .unknownMemo(7)),
    ("g7\n.", 0, .unknownMemo(7)), ("gx\n.", 0, .badText), ("Np-1\n.", 1, .badText),
    ("Np1__0\n.", 1, .badText), ("(Nd.", 2, .keyWithoutValue),
    ("cos\nsystem", 0, .endsEarly), ("S'a\n.", 0, .badText), ("S'\\x4'\n.", 0, .badText),
    ("V\\u12\n.", 0, .badText), ("(o.", 1, .nothingOnStack),
    ("X\u{7F}\u{7F}\u{7F}\u{7F}a", 0, .endsEarly), ("(K\u{1}(0R.", 5, .nothingOnStack),
  ])
  func `that breaks off says where and why`(
    text: String, offset: Int, reason: PickleFault.Reason
  ) {
    #expect(throws: PickleFault(offset: offset, reason: reason)) {
      try PickleDocument(Array(text.utf8))
    }
  }

  @Test(arguments: [
    // Text, names and numbers as protocol 0 may spell them.
    ("S'a\\n\\x41\\101\\'\\q'\n.", "\"a\nAA'\\q\""), ("V\\u0041\\U00000042\\n\n.", "\"AB\\n\""),
    ("S\"it's\"\n.", "\"it's\""), ("I01\n.", "True"), ("I00\n.", "False"), ("I12\n.", "12"),
    ("L12L\n.", "12"), ("L00\n.", "0"), ("I0x10\n.", "other"), ("F1.5\n.", "1.5"),
    ("F1_0\n.", "other"), ("ca\nb\n.", "a.b"), ("Va\nVb\n\u{93}.", "a.b"),
    // All ways to call something.
    ("(K\u{1}ia\nb\n.", "a.b(1)"), ("(ca\nb\nK\u{1}o.", "a.b(1)"), ("ca\nb\n(K\u{1}tR.", "a.b(1)"),
    ("ca\nb\n(K\u{1}t\u{81}.", "a.b(1)"), ("ca\nb\n(K\u{1}t}\u{92}.", "a.b(1)"),
    ("cbuiltins\nbytes\nVab\nVlatin-1\n\u{86}R.", "bytes(6162)"),
    ("PsomeThing\n.", "persistent \"someThing\""), ("K\u{1}Q.", "persistent 1"),
    ("\u{82}\u{7}.", "extension 7"), ("\u{83}\u{1}\u{1}.", "extension 257"),
    // Numbers of the memo as int() takes them, and a backslash that takes the next one with it.
    ("K\u{1}p99999999999999999999\n0g+9999999999_9999999999\n.", "1"),
    ("K\u{1}p-0\n0g 0\t\n.", "1"), ("K\u{1}p7\n0g07\0?\n.", "1"),
    ("V\\\\u0041\n.", "\"\\\\u0041\""),
    // What is taken off the stack again.
    ("K\u{1}K\u{2}0.", "1"), ("K\u{1}(K\u{2}K\u{3}1.", "1"), ("K\u{1}(0.", "1"),
  ])
  func `is followed in every spelling`(text: String, value: String) throws {
    let document = try PickleDocument(text.unicodeScalars.map { UInt8($0.value) })
    #expect(PickleText(document: document).text == value)
  }

  @Test func `of a million nested lists needs no stack`() throws {
    let depth = 1_000_000
    let bytes =
      [UInt8](repeating: UInt8(ascii: "]"), count: depth)
      + [UInt8](repeating: UInt8(ascii: "a"), count: depth - 1) + [UInt8(ascii: ".")]
    let document = try PickleDocument(bytes)
    #expect(document.nodes.count == depth + 3)
  }

  @Test func `names the class of an object however it is made`() throws {
    for text in [
      "ca\nB\n)\u{81}.", "ca\nB\n)R.", "ccopyreg\n_reconstructor\n(ca\nB\ncbuiltins\nobject\nNtR.",
      "ccopyreg\n__newobj__\n(ca\nB\ntR.",
    ] {
      let document = try PickleDocument(text.unicodeScalars.map { UInt8($0.value) })
      let call = try #require(document.call(at: document.root))
      #expect(document.made(by: call)?.fullName == "a.B")
    }
  }

  @Test func `tells the state of an object by name`() throws {
    let bytes = try PickleFixture.bytes(PickleFixture.decisionTree)
    let document = try PickleDocument(bytes)
    let call = try #require(document.call(at: document.root))
    let attributes = try #require(document.attributes(of: call))
    #expect(document.made(by: call)?.fullName == "sklearn.tree._classes.DecisionTreeClassifier")
    #expect(attributes["max_depth"].flatMap { document.integer(at: $0) } == 1)
    #expect(attributes["classes_"].flatMap { document.array(at: $0) }?.shape == [2])
  }

  @Test func `writes down what changes something that is no new object`() throws {
    // A class gets a state; a number gets an item; an object gets a second state.
    for (text, offset) in [("ca\nB\n}b.", 6), ("K\u{1}Na.", 3), ("ca\nB\n)\u{81}}b}b.", 10)] {
      let document = try PickleDocument(text.unicodeScalars.map { UInt8($0.value) })
      #expect(document.alterations.map(\.offset) == [offset])
    }
  }
}
