import TestSupport
import Testing

@testable import Registry

@Suite struct `Held-out predictions` {
  private static let path = "models/registry/v1.0.0/holdout_predictions.csv"

  private func read(_ text: String) throws -> HoldoutPredictions {
    try HoldoutPredictions(bytes: Array(text.utf8), path: Self.path)
  }

  private func row(
    _ id: String, _ split: String, _ label: String, _ probability: Double
  ) -> HoldoutPredictions.Row {
    .init(id: id, split: split, label: label, probability: probability)
  }

  @Test func `are read as training writes them`() throws {
    let found = try read(
      "row_id,split,label,probability\n3,validation,no,0.032931566\n8,test,yes,1e-05\n")
    #expect(
      found.rows == [row("3", "validation", "no", 0.032931566), row("8", "test", "yes", 1e-05)])
    #expect(found.splits == ["validation", "test"])
  }

  @Test func `are read with their columns in any order, among others, and without splits`() throws {
    let found = try read("probability,score,label,row_id\n0.5,x,1,a\n1,y,0,b")
    #expect(found.rows == [row("a", "", "1", 0.5), row("b", "", "0", 1)])
    #expect(found.splits == [""])
  }

  @Test func `are read with a byte order mark, CRLF, blank lines and quotes`() throws {
    let found = try read(
      "\u{FEFF}\"row_id\",label,probability\r\n\r\n\"a,\"\"1\"\"\",\"\",\"0.5\"\r\n\n\"\"\"\",\"no\nno\",0\r\n"
    )
    #expect(found.rows == [row("a,\"1\"", "", "", 0.5), row("\"", "", "no\nno", 0)])
  }

  @Test func `may have one id in two splits`() throws {
    let found = try read("row_id,split,label,probability\n1,test,a,0\n1,validation,a,0\n")
    #expect(found.rows.count == 2)
  }

  @Test(
    arguments: [
      (
        "label,probability,id\n1,0,1\n", 1,
        .missingColumn("row_id", known: ["label", "probability", "id"])
      ),
      ("row_id,label\n", 1, .missingColumn("probability", known: ["row_id", "label"])),
      ("row_id,label,label,probability\n", 1, .repeatedColumn("label")),
      ("row_id,split,label,probability_a,probability_b\n1,test,a,1,0\n", 1, .ofSeveralLabels),
      ("row_id,split,target,prediction\n1,test,1.5,1.25\n", 1, .ofNumbers),
      (
        "row_id,label,probability_a\n", 1,
        .missingColumn("probability", known: ["row_id", "label", "probability_a"])
      ),
      ("row_id,label,probability\n", 1, .noRows),
      ("row_id,label,probability\n\n", 1, .noRows),
      ("row_id,label,probability\n1,a\n", 2, .fieldCount(expected: 3, found: 2)),
      ("row_id,label,probability\n\n1,a,0,\n", 3, .fieldCount(expected: 3, found: 4)),
      ("row_id,label,probability\n1,a,0\n,a,0\n", 3, .emptyRowID),
      ("row_id,label,probability\n1,a,\n", 2, .notAProbability("")),
      ("row_id,label,probability\n1,a,nan\n", 2, .notAProbability("nan")),
      ("row_id,label,probability\n1,a,inf\n", 2, .notAProbability("inf")),
      ("row_id,label,probability\n1,a,0x1p-1\n", 2, .notAProbability("0x1p-1")),
      ("row_id,label,probability\n1,a,1.0001\n", 2, .notAProbability("1.0001")),
      ("row_id,label,probability\n1,a,-0.1\n", 2, .notAProbability("-0.1")),
      ("row_id,label,probability\n1,a,0.5\r", 2, .notAProbability("0.5\r")),
      ("row_id,label,probability\n1,a,0\n1,b,1\n", 3, .repeatedRowID("1", split: "")),
      (
        "row_id,label,probability,split\n1,\"\n\",0,s\n1,b,1,s\n", 4,
        .repeatedRowID("1", split: "s")
      ),
      ("row_id,label,probability\n\"1,a,0\n", 2, .unclosedQuote),
      ("row_id,label,probability\n\"1\"2,a,0\n", 2, .textAfterQuote),
    ] as [(String, Int, PredictionsFault)])
  func `are refused with the line and the fault`(text: String, line: Int, fault: PredictionsFault) {
    #expect(throws: RegistryError.unfitPredictions(path: Self.path, line: line, fault)) {
      try read(text)
    }
  }

  @Test func `are refused when they are not UTF-8`() {
    let bytes = Array("row_id,label,probability\n1,".utf8) + [0xFF] + Array(",0\n".utf8)
    #expect(throws: RegistryError.unfitPredictions(path: Self.path, line: 2, .notUTF8)) {
      try HoldoutPredictions(bytes: bytes, path: Self.path)
    }
  }

  @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n\n"])
  func `are refused when there is nothing`(text: String) {
    #expect(throws: RegistryError.emptyFile(path: Self.path)) { try read(text) }
  }

  @Test func `say what is wrong in words`() {
    let faults: [(PredictionsFault, String)] = [
      (.missingColumn("label", known: ["a", "b"]), "there is no column 'label', only 'a', 'b'"),
      (.repeatedColumn("label"), "there is more than one column 'label'"),
      (.noRows, "there is a header and no rows"),
      (.fieldCount(expected: 3, found: 1), "1 field where the header has 3"),
      (.unclosedQuote, "a quote opens here and never closes"),
      (.textAfterQuote, "text follows the closing quote of a field"),
      (.notUTF8, "the bytes are not UTF-8"),
      (.emptyRowID, "the column 'row_id' is empty"),
      (.notAProbability("nan"), "'nan' in column 'probability' is not a number in 0...1"),
      (.repeatedRowID("7", split: ""), "the row '7' stands there twice"),
      (.repeatedRowID("7", split: "test"), "the row '7' of the split 'test' stands there twice"),
    ]
    for (fault, message) in faults {
      let error = RegistryError.unfitPredictions(path: "p.csv", line: 9, fault)
      #expect(error.message == "'p.csv' line 9: \(message)")
      #expect(error.remedy == "write it again: run the training that makes it")
      #expect(error.exitCode == .usage)
    }
  }

  @Test func `survive every text that ends too early and every byte that is wrong`() {
    let text = Array("\u{FEFF}row_id,label,probability\r\n\"a\"\"\",no,0.5\n".utf8)
    for end in text.indices { _ = try? HoldoutPredictions(bytes: Array(text[..<end]), path: "") }
    for place in text.indices {
      for byte in [0, 10, 13, 34, 44, 255] as [UInt8] {
        var changed = text
        changed[place] = byte
        _ = try? HoldoutPredictions(bytes: changed, path: "")
      }
    }
  }

  @Test func `are read from a registered version, where it has them`() throws {
    let sample = try SampleRegistry("v1.0.0")
    let text = "row_id,split,label,probability\n1,test,no,0.5\n"
    try sample.directory.write(text, to: "artifacts/holdout_predictions.csv")
    try sample.register("v1.1.0")
    let registry = try RegistryDirectory.openToRead(
      sample.file(""), fileSystem: PosixFileSystem())
    let found = try HoldoutPredictions(VersionDirectory(ModelVersion("v1.1.0"), in: registry))
    #expect(found?.rows == [row("1", "test", "no", 0.5)])
    #expect(
      try HoldoutPredictions(VersionDirectory(ModelVersion("v1.0.0"), in: registry)) == nil)
  }

  @Test func `are read from a file, and from nothing else`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("row_id,label,probability\n1,a,0.5\n", to: "p.csv")
    #expect(try HoldoutPredictions(path: path).rows == [row("1", "", "a", 0.5)])
    #expect(throws: RegistryError.notARegularFile(path: directory.path)) {
      try HoldoutPredictions(path: directory.path)
    }
    #expect(throws: RegistryError.noSuchFile(path: path + "2")) {
      try HoldoutPredictions(path: path + "2")
    }
  }
}
