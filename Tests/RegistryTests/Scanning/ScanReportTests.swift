import Testing

@testable import Registry

@Suite struct `Looking into a file` {
  private func report(_ text: String, named name: String = "m.pkl") -> ScanReport {
    ScanReport(scanning: text.unicodeScalars.map { UInt8($0.value) }, named: name)
  }

  /// Each is what Python would do, spelled by hand after pickletools.
  @Test(arguments: [
    ("cos\ngetcwd\n(tR.", ["imports and calls 'os.getcwd' (byte 0)"]),
    ("(ios\ngetcwd\n.", ["imports and calls 'os.getcwd' (byte 1)"]),
    ("(cos\ngetcwd\no.", ["imports and calls 'os.getcwd' (byte 1)"]),
    ("cos\ngetcwd\n)\u{81}.", ["imports and calls 'os.getcwd' (byte 0)"]),
    ("cos\ngetcwd\n)}\u{92}.", ["imports and calls 'os.getcwd' (byte 0)"]),
    ("Vos\nVgetcwd\n\u{93}.", ["imports 'os.getcwd' (byte 12)"]),
    ("V\\u006fs\nVgetcwd\n\u{93}.", ["imports 'os.getcwd' (byte 17)"]),
    ("S'\\x6fs'\nVgetcwd\n\u{93}.", ["imports 'os.getcwd' (byte 17)"]),
    ("cos\ngetcwd\n)R0N.", ["imports and calls 'os.getcwd' (byte 0)"]),
    ("cos\ngetcwd\n", ["imports 'os.getcwd' (byte 0)", "cannot be read: it ends early (byte 11)"]),
    (
      "csklearn.base\nBaseEstimator\n)R)R.", ["calls what is computed (byte 31)"]
    ),
    (
      "cbuiltins\nstr\nVos\n\u{85}RVgetcwd\n\u{93}.",
      ["imports a name that is computed (byte 28)"]
    ),
    ("csklearn.base\nBaseEstimator\n}b.", ["changes what is no new object (byte 29)"]),
    (
      "csklearn.base\nBaseEstimator\n)\u{81}}V__setstate__\nNsb.",
      ["puts a method '__setstate__' into an object (byte 29)"]
    ),
    // numpy would take the object for an array at any address.
    (
      "csklearn.utils\nBunch\n)\u{81}V__array_interface__\nNs.",
      ["puts a method '__array_interface__' into an object (byte 22)"]
    ),
    (
      "csklearn.utils\nBunch\n)}V__array_struct__\nNs\u{92}.",
      ["puts a method '__array_struct__' into an object (byte 43)"]
    ),
    (
      "cbuiltins\ngetattr\n(cbuiltins\nstr\nV__class__\ntR.",
      ["imports and calls 'builtins.getattr' (byte 0)"]
    ),
    (
      "cbuiltins\ngetattr\n(cmylib\nModel\nVsplit\ntR.",
      ["imports and calls 'builtins.getattr' (byte 0)", "imports 'mylib.Model' (byte 19)"]
    ),
    ("N.cos\ngetcwd\n.", ["imports 'os.getcwd' (byte 2)"]),
    // What Python's int() and its texts allow in front of the call.
    ("Np0\ng0_0\ncos\ngetcwd\n)R.", ["imports and calls 'os.getcwd' (byte 9)"]),
    ("Np0\ng 0\ncos\ngetcwd\n)R.", ["imports and calls 'os.getcwd' (byte 8)"]),
    (
      "Np99999999999999999999\ncos\ngetcwd\n)R.", ["imports and calls 'os.getcwd' (byte 23)"]
    ),
    ("V\\\\u\ncos\ngetcwd\n)R.", ["imports and calls 'os.getcwd' (byte 5)"]),
    ("C\u{1}x\u{98}cos\ngetcwd\n)R.", ["imports and calls 'os.getcwd' (byte 4)"]),
  ])
  func `calls dangerous what runs programs or hides what it does`(
    text: String, findings: [String]
  ) {
    let report = report(text)
    #expect(report.verdict == .dangerous)
    #expect(report.findings.map(\.line) == findings)
    #expect(report.formats == ["pickle"])
  }

  @Test(arguments: [
    ("cmylib\nrestore\n)R.", ["imports and calls 'mylib.restore' (byte 0)"]),
    (
      "cmylib\nModel\n)\u{81}}b.",
      [
        "imports and calls 'mylib.Model' (byte 0)",
        "sets the state of 'mylib.Model', which is not known (byte 14)",
      ]
    ),
    ("cnumpy\nlog1p\nN\u{85}R.", ["imports and calls 'numpy.log1p' (byte 0)"]),
    (
      "clightgbm.basic\nBooster\n(NNVother.txt\ntR.", ["reads other files (byte 39)"]
    ),
    ("clightgbm.engine\nCVBooster\n(Vother.txt\ntR.", ["reads other files (byte 40)"]),
    // From Python 3.13 on the mapping becomes attributes, which numpy may take for memory.
    (
      "ctypes\nSimpleNamespace\n((dtR.",
      ["sets the state of 'types.SimpleNamespace', which is not known (byte 27)"]
    ),
    // Bytes for something that is not known, which are no pickle.
    ("cmylib\nf\nC\u{3}\u{1}\u{2}\u{3}\u{85}R.", ["imports and calls 'mylib.f' (byte 0)"]),
    // A header of safetensors that is longer than the file.
    ("\u{3}\0\0\0\0\0\0\0{}", ["is in no format that is known here (byte 0)"]),
    ("Pname\n.", ["refers to an object that the loader has to know (byte 0)"]),
    ("\u{82}\u{1}.", ["uses the class that is registered as number 1 (byte 0)"]),
    ("N.\u{1}\u{2}", ["has 2 bytes behind its end (byte 2)"]),
    ("\u{80}\u{4}]", ["cannot be read: it ends early (byte 3)"]),
    ("\u{80}\u{5}\u{97}.", ["cannot be read: the bytes of a value are in another file (byte 2)"]),
    ("]Na\u{1}", ["cannot be read: no instruction has the number 1 (byte 3)"]),
    ("Np0\n0?", ["cannot be read: no instruction has the number 63 (byte 5)"]),
    ("]N\u{1}", ["is in no format that is known here (byte 0)"]),
    ("\u{1}\u{2}\u{3}", ["is in no format that is known here (byte 0)"]),
    (
      "cjoblib.numpy_pickle_compat\nNDArrayWrapper\n)\u{81}.",
      [
        "imports and calls 'joblib.numpy_pickle_compat.NDArrayWrapper' (byte 0)",
        "reads other files (byte 44)",
      ]
    ),
  ])
  func `leaves to a person what is not known or cannot be read`(text: String, findings: [String]) {
    let report = report(text)
    #expect(report.verdict == .review)
    #expect(report.findings.map(\.line) == findings)
  }

  @Test(arguments: [
    // CountVectorizer(tokenizer=str.split) of scikit-learn 1.9.1, by its own pickle.
    "cbuiltins\ngetattr\n(cbuiltins\nstr\nVsplit\ntR.",
    "c__builtin__\ngetattr\n(c__builtin__\nunicode\nVlower\ntR.",
    // A search holds a Booster that it made itself.
    "clightgbm.basic\nBooster\n)\u{81}}b.", "cnumpy\nlog1p\n.",
  ])
  func `calls clean what models only hold`(text: String) {
    #expect(report(text).findings == [])
    #expect(report(text).verdict == .clean)
  }

  @Test func `takes numbers of an array for nothing else, and tells what follows them`() throws {
    let bytes = try CompressionFixture.bytes("doubles.npy")
    #expect(ScanReport(scanning: bytes).findings == [])
    #expect(
      ScanReport(scanning: bytes + Array("N.".utf8)).findings.map(\.line) == [
        "has 2 bytes behind its end (byte \(bytes.count))"
      ])
  }

  @Test func `calls a fitted model clean, and tells what it imports`() throws {
    let bytes = try PickleFixture.bytes(PickleFixture.decisionTree)
    let report = ScanReport(scanning: bytes)
    #expect(report.verdict == .clean)
    #expect(report.findings.isEmpty)
    #expect(
      report.imports.map(\.name) == [
        "sklearn.tree._classes.DecisionTreeClassifier", "joblib.numpy_pickle.NumpyArrayWrapper",
        "numpy.ndarray", "numpy.dtype", "numpy._core.multiarray.scalar", "sklearn.tree._tree.Tree",
      ])
  }

  @Test(arguments: ScanFixture.packed)
  func `finds a call wherever it is packed`(fixture: ScanFixture) throws {
    let report = try ScanReport(scanning: fixture.bytes())
    #expect(report.verdict == .dangerous)
    #expect(report.formats == fixture.formats)
    #expect(
      report.findings.contains { finding in
        finding.place == fixture.place && finding.message.hasSuffix("getcwd'")
      })
  }

  @Test func `takes the bytes of an array for instructions, as other programs than joblib do`() {
    // An array of 14 bytes, not aligned, that spell a call.
    let wrapper =
      "cjoblib.numpy_pickle\nNumpyArrayWrapper\n)\u{81}}(U\u{5}shapeK\u{E}\u{85}U\u{5}dtype"
      + "cnumpy\ndtype\n(Vu1\n\u{89}\u{88}tRU\u{5}orderU\u{1}Cub"
    let report = report(wrapper + "cos\ngetcwd\n)R." + ".")
    #expect(report.findings.map(\.message) == ["imports and calls 'os.getcwd'"])
  }

  @Test func `ends when contents are packed in each other without end`() throws {
    // A pickle that hands its own copy to an unknown function, ten times over.
    var text = "N."
    for _ in 0..<10 {
      let count = text.unicodeScalars.count
      let size = "\(Unicode.Scalar(UInt8(count & 255)))\(Unicode.Scalar(UInt8(count >> 8)))\0\0"
      text = "cmylib\nrestore\nB\(size)\(text)\u{85}R."
    }
    let report = report(text)
    #expect(report.verdict == .review)
    #expect(report.findings.last?.fact == .tooMuchToRead)
  }

  @Test(arguments: [
    ("{\"learner\":{}}", "XGBoost JSON"), ("{\"a\": 1}", "JSON"),
    ("tree\nversion=v4\n", "LightGBM text"),
    ("# A model\n", "text"), ("customer,age\n1,2\n", "text"), ("PassengerId,age\n1,2\n", "text"),
    ("V1,V2\n0.5,1\n", "text"),
    ("{L\0\0\0\0\0\0\0\u{7}learner", "XGBoost UBJSON"),
    ("\u{2}\0\0\0\0\0\0\0{}", "safetensors"), ("\u{8}\u{7}:\u{2}\n\0", "ONNX"),
  ])
  func `knows files in which no program can hide`(text: String, format: String) {
    let report = report(text)
    #expect(report.verdict == .clean)
    #expect(report.formats == [format])
  }

  @Test(arguments: [
    ("{\"layers\": [{\"class_name\": \"\\u004cambda\"}]}", "config.json"),
    ("{\"__loader__\": \"ObjectNode\"}", "schema.json"), ("{\"a\": 1, \"a\": 2}", "a.json"),
    ("print(1)\n", "model.py"),
  ])
  func `leaves programs in other formats to a person`(text: String, name: String) {
    #expect(report(text, named: name).verdict == .review)
  }

  @Test(arguments: ["setup.py", "setup.pyc"])
  func `looks into a pickle that is called a program`(name: String) {
    #expect(report("cos\ngetcwd\n(tR.", named: name).verdict == .dangerous)
  }

  @Test func `tells what is dangerous behind a thousand things that are not known`() {
    let unknown = (0...1000).map { "cmylib\nf\($0)\n0" }.joined()
    let report = report(unknown + "cos\ngetcwd\n.")
    #expect(report.findings.count == 1001)
    #expect(report.findings.first?.message == "imports 'os.getcwd'")
    #expect(report.imports.last?.name == "os.getcwd")
  }

  @Test func `looks once at the arguments that many calls share`() throws {
    // The tuple (b"x",) is kept as value 0, and handed to two functions.
    let text = "C\u{1}x\u{85}p0\n0cmylib\nf\ng0\nR0cmylib\ng\ng0\nR."
    var list = FindingList()
    let document = try PickleDocument(Array(text.unicodeScalars.map { UInt8($0.value) }))
    var findings = PickleFindings(document, in: [], knowsPersistentObjects: false)
    findings.add(to: &list)
    #expect(findings.nested.count == 1)
    #expect(list.findings.count == 2)
  }
}
