import Registry
import TestSupport
import Testing

@Suite struct `registry scan` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.directory.write("cos\ngetcwd\n(tR.", to: "in/bad.pkl")
    try place.directory.write("cmylib\nModel\n(tR.", to: "in/deep/odd.pkl")
    try place.directory.write("(lp0\nI1\na.", to: "in/good.pkl")
  }

  private func scan(_ words: String...) -> Workplace.Answer {
    place.run(["scan"] + words)
  }

  @Test func `says what is in every file of a directory, and refuses what is dangerous`() {
    #expect(
      scan(place.directory.file("in"))
        == .init(
          code: .refused,
          output: """
            dangerous: DIR/in/bad.pkl (pickle)
              dangerous: imports and calls 'os.getcwd' (byte 0)
            review: DIR/in/deep/odd.pkl (pickle)
              review: imports and calls 'mylib.Model' (byte 0)
            clean: DIR/in/good.pkl (pickle)

            """))
  }

  @Test func `ends well where a person has to look, unless that is to be an error`() {
    let odd = place.directory.file("in/deep/odd.pkl")
    #expect(scan(odd).code == .done)
    #expect(scan(odd, "--warnings-as-errors").code == .refused)
    #expect(scan(place.directory.file("in/good.pkl"), "--warnings-as-errors").code == .done)
  }

  @Test func `prints JSON`() {
    #expect(
      scan(place.directory.file("in/deep/odd.pkl"), "--json").output == """
        [
          {
            "path": "DIR/in/deep/odd.pkl",
            "verdict": "review",
            "formats": [
              "pickle"
            ],
            "imports": [
              {
                "name": "mylib.Model",
                "verdict": "review"
              }
            ],
            "findings": [
              {
                "verdict": "review",
                "message": "imports and calls 'mylib.Model'",
                "in": [],
                "offset": 0
              }
            ]
          }
        ]

        """)
  }

  @Test func `says that a file is not there`() {
    #expect(scan(place.directory.file("nothing.pkl")).code == .notFound)
  }

  @Test func `has register refuse what is dangerous, and warn of what is not known`() throws {
    func register(_ words: String...) -> Workplace.Answer {
      place.run(["register", "v1.0.0", "--artifacts", place.artifacts] + words)
    }
    try SampleArtifacts.write(in: place.directory, model: "cos\ngetcwd\n(tR.")
    #expect(
      register()
        == .init(
          code: .refused,
          errors: """
            error: 'DIR/artifacts' is dangerous to load: 'model.joblib' imports and calls 'os.getcwd' (byte 0)
              fix: find out where it comes from (registry scan), or say why it may be: --allow-unsafe REASON

            """))
    #expect(register("--allow-unsafe", " ").code == .usage)
    let answer = register("--allow-unsafe", "made by us")
    #expect(answer.code == .done)
    #expect(
      answer.errors == "warning: 'model.joblib' imports and calls 'os.getcwd' (byte 0)\n")
  }
}
