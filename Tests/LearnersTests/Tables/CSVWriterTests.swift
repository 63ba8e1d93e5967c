import Testing

@testable import Learners

@Suite struct `A CSV writer` {
  private func line(_ write: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    write(&writer)
    writer.endRecord()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain\n"), ("", "\"\"\n"), ("a,b", "\"a,b\"\n"), ("a;b", "a;b\n"),
    ("say \"hi\"", "\"say \"\"hi\"\"\"\n"), ("l\nm", "\"l\nm\"\n"), ("l\r\nm", "\"l\r\nm\"\n"),
    (" x", "\" x\"\n"), ("x ", "\"x \"\n"), ("é", "é\n"),
  ])
  func `quotes what needs quotes`(text: String, expected: String) {
    #expect(line { $0.append(text) } == expected)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1 234", "'+1 234"), ("-x", "'-x"), ("@SUM(1)", "'@SUM(1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=1,2", "\"'=1,2\""), ("-", "'-"),
    // Numbers, and text that begins with anything else.
    ("-1", "-1"), ("+1.5e3", "+1.5e3"), ("-inf", "-inf"), ("a=1", "a=1"), ("'=1", "'=1"),
    (" =1", "\" =1\""),
  ])
  func `keeps a spreadsheet from computing text, when asked to`(text: String, guarded: String) {
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(text)
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == guarded + "\n")
    // A program reads back what was written, when nothing else is asked for.
    #expect(!line { $0.append(text) }.contains("'=") || text.contains("'="))
  }

  @Test func `prints numbers as Python does`() {
    let numbers: [Double] = [
      1, 0.1, -0.0, 1e-7, 1e16, 1e21, 123456.789, .infinity, -.infinity, .nan,
    ]
    // Python: ",".join("" if x != x else repr(x) for x in numbers)
    let expected = "1.0,0.1,-0.0,1e-07,1e+16,1e+21,123456.789,inf,-inf,\n"
    #expect(line { writer in for number in numbers { writer.append(number) } } == expected)
  }

  @Test func `prints whole numbers without a point`() {
    #expect(
      line {
        $0.append(-5); $0.append(0)
      } == "-5,0\n")
  }

  @Test func `begins again when it is emptied`() {
    var writer = CSVWriter()
    writer.append("a")
    writer.endRecord()
    writer.removeAll()
    writer.append("b")
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "b\n")
  }

  @Test func `keeps a byte order mark that is part of a text`() {
    #expect(line { $0.append("\u{FEFF}a") } == "\"\u{FEFF}a\"\n")
  }
}
