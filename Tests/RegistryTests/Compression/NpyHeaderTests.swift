import Testing

@testable import Registry

@Suite struct `The header of a .npy file` {
  private func header(_ name: String) throws -> NpyHeader {
    try NpyHeader(try CompressionFixture.bytes(name)[...])
  }

  // The arrays are those that `npy_files` in make_fixtures.py saves.
  @Test func `says the type, the order and the shape that NumPy wrote`() throws {
    let doubles = try header("doubles.npy")
    #expect(doubles.descr == .string("<f8"))
    #expect(!doubles.isFortranOrder)
    #expect(doubles.shape == [3, 4])
    #expect(doubles.dataOffset == 128)
    let fortran = try header("fortran.npy")
    #expect(fortran.descr == .string(">i4"))
    #expect(fortran.isFortranOrder)
    #expect(fortran.shape == [3, 4])
    #expect(try header("scalar.npy").shape == [])
  }

  @Test func `lists the fields of a structure`() throws {
    let fields = try header("fields.npy")
    #expect(
      fields.descr
        == .list([
          .tuple([.string("left"), .string("<i8")]),
          .tuple([.string("größe"), .string("<f8"), .tuple([.integer(2)])]),
          .tuple([
            .string("inner"),
            .list([
              .tuple([.string("a"), .string("|u1")]), .tuple([.string("b"), .string("<U3")]),
            ]),
          ]),
        ]))
    #expect(fields.shape == [5])
  }

  @Test(arguments: [
    ("doubles.npy", false), ("fields.npy", false), ("times.npy", false), ("scalar.npy", false),
    ("objects.npy", true), ("object_field.npy", true),
  ])
  func `says whether objects follow, which are a pickle`(name: String, expected: Bool) throws {
    #expect(try header(name).holdsObjects == expected)
  }

  @Test(arguments: ["doubles.npy", "fortran.npy", "fields.npy", "scalar.npy", "times.npy"])
  func `says where the array ends`(name: String) throws {
    let bytes = try CompressionFixture.bytes(name)
    #expect(try NpyHeader(bytes[...]).dataEnd == bytes.count)
  }

  @Test(arguments: [
    "(4611686018427387904, 4)", "(2305843009213693952,)", "(1, 8, 4611686018427387904)",
  ])
  func `has no end where no file is as long`(shape: String) throws {
    let text = "{'descr': '<i4', 'fortran_order': False, 'shape': \(shape)}"
    #expect(try header(text: text).dataEnd == nil)
  }

  private func header(text: String, version: UInt8 = 1) throws(CompressionFault) -> NpyHeader {
    let text = Array(text.utf8)
    let length = UInt8(truncatingIfNeeded: text.count)
    return try NpyHeader(
      ([0x93] + Array("NUMPY".utf8) + [version, 0, length, 0] + text)[...])
  }

  // NumPy takes each of these to be, or to hold, objects.
  @Test(arguments: ["O", "|O8", "object", "f8,O", "(2,)O", "<f8 "])
  func `takes a type that it does not know to be objects`(type: String) throws {
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (1,)}"
    #expect(try header(text: text).holdsObjects)
  }

  @Test(arguments: [
    "", "{}", "[]", "{'descr': '<f8', 'fortran_order': False}",
    "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1.5,)}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,)}",
  ])
  func `is refused where NumPy writes no such header`(text: String) {
    #expect(throws: CompressionFault.badHeader) { try header(text: text) }
  }

  @Test func `is refused where it ends early or has a version that is not known`() throws {
    let bytes = try CompressionFixture.bytes("doubles.npy")
    for length in 6..<128 {
      #expect(throws: CompressionFault.endsEarly) { try NpyHeader(bytes.prefix(length)) }
    }
    #expect(throws: CompressionFault.self) { try header(text: "{}", version: 4) }
  }

  @Test func `is refused where it is longer than 64 KiB`() {
    let bytes = NpyHeader.magic + [2, 0, 1, 0, 1, 0] + [UInt8](repeating: 0x20, count: 65_537)
    #expect(throws: CompressionFault.unsupported("a header of 65537 bytes")) {
      try NpyHeader(bytes[...])
    }
  }
}

@Suite struct `A Python literal` {
  private func value(_ text: String) throws(CompressionFault) -> PythonLiteral {
    try PythonLiteralReader.value(Array(text.utf8)[...])
  }

  @Test func `is read as Python reads it`() throws {
    #expect(try value(" None\n") == .none)
    #expect(try value("True") == .boolean(true))
    #expect(try value("-12") == .integer(-12))
    #expect(try value("12L") == .integer(12))
    #expect(try value("\"it's\"") == .string("it's"))
    #expect(try value("()") == .tuple([]))
    #expect(try value("(1)") == .integer(1))
    #expect(try value("(1,)") == .tuple([.integer(1)]))
    #expect(try value("[1, [],]") == .list([.integer(1), .list([])]))
    #expect(
      try value("{'a': (1, 2), 'b': {},}")
        == .dictionary([
          .init(key: .string("a"), value: .tuple([.integer(1), .integer(2)])),
          .init(key: .string("b"), value: .dictionary([])),
        ]))
  }

  @Test(arguments: [
    "", "1 2", "(", ")", "(]", "(1 2)", "(,)", "[,1]", "[1,,2]", "{1}", "{1:}", "{:1}", "{1:2,3}",
    "{1:2:3}", "{1:2 3:4}", "{'a':1,'a':2}", "[1:2]", "'a", "'\\x41'", "'a' 'b'", "+1", "-", "1_0",
    "0x1", "1.0", "nan", "open('x')", "__import__", "True()",
  ])
  func `is refused where NumPy writes no such value`(text: String) {
    #expect(throws: CompressionFault.badHeader) { try value(text) }
  }

  @Test func `has at most 16 keys`() throws {
    let text = { (count: Int) in "{" + (0..<count).map { "\($0):0," }.joined() + "}" }
    _ = try value(text(16))
    #expect(throws: CompressionFault.badHeader) { try value(text(17)) }
  }

  @Test func `nests at most 32 times, however long it is`() throws {
    _ = try value(String(repeating: "[", count: 32) + String(repeating: "]", count: 32))
    #expect(throws: CompressionFault.badHeader) {
      try value(String(repeating: "[", count: 33) + String(repeating: "]", count: 33))
    }
    #expect(throws: CompressionFault.badHeader) {
      try value(String(repeating: "[", count: 100_000))
    }
  }
}
