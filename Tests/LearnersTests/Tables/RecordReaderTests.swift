internal import Registry
import Testing

@testable import Learners

@Suite struct `A record` {
  /// A text with the header `a,b`, and the records that it holds; pandas 3.1 reads the same.
  static let texts: [(text: String, records: [[String]])] = [
    ("a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
    ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
    ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
    ("a,b\n\n1,2\n  \t\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("\n \na,b\n1,2\n", [["1", "2"]]),
    ("a,b\n,\n", [["", ""]]),
    ("a,b\n\"\",\"\"\n", [["", ""]]),
    ("a,b\n\"x,y\",\"l\nm\"\n", [["x,y", "l\nm"]]),
    ("a,b\n\"l\r\nm\",\"\r\"\n", [["l\r\nm", "\r"]]),
    ("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", [["say \"hi\"", "\""]]),
    ("a,b\n\"x\"tail,\"y\"\"\"z\"\n", [["xtail", "y\"z\""]]),
    ("a,b\nx\"y\",z\"\n", [["x\"y\"", "z\""]]),
    ("a,b\n one , two \n", [[" one ", " two "]]),
    ("a,b\n \"x,  y\n", [[" \"x", "  y"]]),
    ("a,b\né,漢字\n", [["é", "漢字"]]),
    ("a,b\nabcdefghijklmnop,\u{B}ab\u{C}cdefghi\n", [["abcdefghijklmnop", "\u{B}ab\u{C}cdefghi"]]),
  ]

  @Test(arguments: texts)
  func `is cut as pandas cuts it`(text: String, records: [[String]]) {
    let reading = Reading(text)
    #expect(reading.names == ["a", "b"])
    #expect(reading.records == records)
    #expect(reading.error == nil)
  }

  @Test func `may have spaces in front of a quote where the header has them after each separator`()
  {
    #expect(Reading("a, b\n \"x,y\",   \"z\"\n").records == [["x,y", "z"]])
  }

  @Test func `knows the line it starts on`() {
    let text = "a,b\n\n1,\"x\ny\r\nz\rw\"\n2,b\n\n\n3,c\n"
    #expect(Reading(text).lines == [3, 7, 10])
  }

  @Test func `may be longer than what is read at a time`() {
    let long = String(repeating: "0123456789", count: 50_000)
    let reading = Reading("a,b\n\(long),\"\(long)\"\n1,2\n", chunk: 4096)
    #expect(reading.records == [[long, long], ["1", "2"]])
  }

  /// A text, and what is wrong with it.
  static let faults: [(text: [UInt8], error: String)] = [
    (Array("".utf8), "'t.csv' is empty"),
    (Array("\n \n".utf8), "'t.csv' is empty"),
    (Array("a,b\n1,2\n3\n".utf8), "'t.csv' line 3: 1 field where the header has 2"),
    (Array("a,b\n\"x\ny\",2\n1,2,3\n".utf8), "'t.csv' line 4: 3 fields where the header has 2"),
    (Array("a,b\n1,\"x\n,y\n".utf8), "'t.csv' line 2: a quote opens here and never closes"),
    (Array("a,b\n\"x\ny\",\"z".utf8), "'t.csv' line 3: a quote opens here and never closes"),
    (Array("a,\"b\n".utf8), "'t.csv' line 1: a quote opens here and never closes"),
    (Array("a,b\n1,2\n\"x\n\0\",2\n".utf8), "'t.csv' line 4: a byte is zero, so this is not text"),
    (Array("a,b\n1,\0".utf8), "'t.csv' line 2: a byte is zero, so this is not text"),
    (Array("a,b\n1,2\n1,".utf8) + [0xE9], "'t.csv' line 3: the bytes are not UTF-8"),
    (Array("a,".utf8) + [0xC3, 0x0A], "'t.csv' line 1: the bytes are not UTF-8"),
    (Array("a,b\n\0,2\n".utf8) + [0xFF], "'t.csv' line 2: a byte is zero, so this is not text"),
    ([0xFF, 0xFE, 0x61, 0x00], "'t.csv' is UTF-16 text"),
    ([0xFE, 0xFF, 0x00, 0x61], "'t.csv' is UTF-16 text"),
  ]

  @Test(arguments: faults, [1, 1 << 16])
  func `is refused with its line when it is wrong`(
    fault: (text: [UInt8], error: String), chunk: Int
  ) {
    #expect(Reading(fault.text, chunk: chunk).error == fault.error)
  }

  @Test func `is handed out when the fault comes after it`() {
    let reading = Reading("a,b\n1,2\n3,4\n5\n")
    #expect(reading.records == [["1", "2"], ["3", "4"]])
    #expect(reading.error == "'t.csv' line 4: 1 field where the header has 2")
  }

  @Test(arguments: [[0x00], [0x35, 0x2C, 0xFF], [0x22, 0x0A, 0xFF]] as [[UInt8]])
  func `is handed out when bad bytes come after it`(bad: [UInt8]) {
    #expect(Reading(Array("a,b\n1,2\n3,4\n".utf8) + bad).records == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: [1, 1 << 16])
  func `is refused when it is longer than the limit`(chunk: Int) {
    let text = "a,b\n1,2\n123456789,\"x\ny\"\n"
    let fits = Reading(Array(text.utf8), chunk: chunk, separator: .comma, longestRecord: 16)
    #expect(fits.records == [["1", "2"], ["123456789", "x\ny"]])
    let reading = Reading(Array(text.utf8), chunk: chunk, separator: .comma, longestRecord: 15)
    #expect(reading.records == [["1", "2"]])
    #expect(reading.error == "'t.csv' line 3: the record is longer than 15 bytes")
  }

  @Test func `is refused when its quotes are still open at the limit`() {
    let text = Array("a,b\n1,\"3456789012345678901234567890".utf8)
    #expect(
      Reading(text, separator: .comma, longestRecord: 20).error
        == "'t.csv' line 2: the record is longer than 20 bytes")
  }

  // Expected names from pandas 3.1.1.
  @Test(arguments: [
    (",b", ["Unnamed: 0", "b"]), ("a,,c", ["a", "Unnamed: 1", "c"]),
    ("a,b,a", ["a", "b", "a.1"]), ("a,a,a.1", ["a", "a.2", "a.1"]),
    ("a,a.1,a", ["a", "a.1", "a.2"]), (",,x", ["Unnamed: 0", "Unnamed: 1", "x"]),
  ])
  func `has names that pandas gives where the header has none or one twice`(
    header: String, names: [String]
  ) {
    let row = header.map { $0 == "," ? "," : "" }.joined()
    #expect(Reading("\(header)\n1\(row)\n").names == names)
  }

  @Test
  func `does not count spaces to a field or name where the header has them throughout`() {
    let reading = Reading("a, b, \"c\"\n  x,  y z ,1\n")
    #expect(reading.names == ["a", "b", "c"])
    #expect(reading.records == [["x", "y z ", "1"]])
  }

  // As pandas 3.1.1 does when it is given no options.
  @Test(arguments: ["a, b,c", "a,\"b, d\",c", " a,b,c"])
  func `counts spaces to a field and a name where not each separator of the header has one`(
    header: String
  ) {
    let reading = Reading("\(header)\n x, \"y\", \"z\"\n")
    #expect(reading.records == [[" x", " \"y\"", " \"z\""]])
    #expect(reading.names.joined(separator: ",") == header.filter { $0 != "\"" })
  }

  @Test func `may have a quote behind a space that never closes`() {
    #expect(Reading("a,b, \"c\n1,2,3\n").names == ["a", "b", " \"c"])
  }

  @Test func `takes a field of spaces alone for an empty one`() {
    #expect(Reading("a,b,c\n  , ,   \n1,,  \n").records == [["", "", ""], ["1", "", ""]])
    #expect(Reading("a,b\n  ,x\n").records == [["", "x"]])
  }

  @Test func `names columns by their bytes`() {
    // Precomposed and decomposed é are equal as String.
    let names = Reading("\u{E9},e\u{301}\n1,2\n").names
    #expect(names.map { Array($0.utf8) } == [[0xC3, 0xA9], [0x65, 0xCC, 0x81]])
  }
}

@Suite struct `The separator` {
  static let texts: [(text: String, separator: Separator, fields: Int)] = [
    ("a,b\n1,2\n", .comma, 2),
    ("a;b\n1,5;2,5\n", .semicolon, 2),
    ("a\tb c\n1,2\t2\n", .tab, 2),
    ("a|b\n1|2\n", .pipe, 2),
    ("\"a,b,c\";d\n\"1,2;3\";4\n", .semicolon, 2),
    ("text\nhello; world\n", .comma, 1),
    ("id,a;b\n1,2\n3,4\n", .comma, 2),
    ("a,b;c,d;e\n1;2;3\n4;5;6\n", .semicolon, 3),
    ("a;b,c;d\n1;2,3;4\n", .semicolon, 3),
    ("a,b", .comma, 2),
  ]

  @Test(arguments: texts)
  func `is found in the header and the first records`(
    text: String, separator: Separator, fields: Int
  ) {
    let reading = Reading(text)
    #expect(reading.separator == separator)
    #expect(reading.names.count == fields)
  }

  @Test func `is the one that was asked for`() {
    #expect(Reading("a,b;c\n1,2;3\n", separator: .semicolon).names == ["a,b", "c"])
  }
}

@Suite struct `Every text` {
  /// Bytes that mean something to a reader, and a few that do not.
  private static let alphabet = Array("a1,;\t|\"\"\n\n\r \0é".utf8)

  private static func text(_ generator: inout SeededGenerator, header: Bool) -> [UInt8] {
    let count = generator.number(below: 120)
    let body = (0..<count).map { _ in
      generator.number(below: 50) == 0
        ? UInt8(generator.number(below: 256)) : alphabet[generator.number(below: alphabet.count)]
    }
    return (header ? Array("a,b\n".utf8) : []) + body
  }

  @Test func `reads the same whatever pieces it comes in`() {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<600 {
      let text = Self.text(&generator, header: round % 2 == 0)
      let whole = Reading(text)
      #expect(Reading(text, chunk: 1) == whole, "\(text)")
      #expect(Reading(text, chunk: 7) == whole, "\(text)")
      // To find the separator 64 KiB are read first: only without that do records come in pieces.
      let known = Reading(text, separator: .comma)
      #expect(Reading(text, chunk: 1, separator: .comma) == known, "\(text)")
      #expect(Reading(text, chunk: 7, separator: .comma) == known, "\(text)")
    }
  }

  @Test func `is read or refused as a table, never worse`() {
    var generator = SeededGenerator(seed: 2)
    var tables = 0
    for round in 0..<600 {
      let text = Self.text(&generator, header: round % 3 != 0).filter { $0 != 0 && $0 < 0x80 }
      if (try? CSVReader().read(bytes: text, named: "t.csv")) != nil { tables += 1 }
    }
    #expect(tables > 0)
  }

  @Test func `that the writer wrote reads back`() {
    var generator = SeededGenerator(seed: 3)
    for separator in Separator.allCases {
      var writer = CSVWriter(separator: separator)
      let records = (0..<200).map { _ in
        (0..<3).map { _ in
          String(
            (0..<generator.number(below: 6)).map { _ in
              Array(" \t,;|\"\n\rab漢")[generator.number(below: 11)]
            })
        }
      }
      for record in [["x", "y", "z"]] + records {
        for field in record { writer.append(field) }
        writer.endRecord()
      }
      let reading = Reading(writer.bytes, separator: separator)
      #expect(reading.error == nil)
      #expect(
        reading.records.map { $0.map { Array($0.utf8) } }
          == records.map { $0.map { Array($0.utf8) } })
    }
  }
}
