import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// Rows of which those with an age above 44 say yes, but for every sixth; or the contrary of it.
private func csv(_ numbers: Range<Int>, contrary: Bool = false) -> String {
  "age,balance,job,y\n"
    + numbers.map { row in
      let age = 20 + (7 * row) % 50
      let isYes = ((age > 44) != (row % 6 == 0)) != contrary
      let balance = Double((37 * row) % 9973) / 4
      return "\(age),\(balance),\(["nurse", "admin"][row % 2]),\(isYes ? "yes" : "no")\n"
    }.joined()
}

@Suite struct `registry retrain` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.directory.write(csv(0..<240), to: "good.csv")
    try place.directory.write(csv(0..<240, contrary: true), to: "bad.csv")
    try place.directory.write(csv(1000..<1240), to: "next.csv")
    try place.directory.write(csv(5000..<5200), to: "holdout.csv")
  }

  /// Makes a champion, v1.0.0, of the rows of a file.
  private func champion(_ data: String) {
    for words in [
      ["train", "--data", place.directory.file(data), "--target", "y", "--positive", "yes"]
        + ["--model", "logistic-regression", "--calibration", "none"]
        + ["--output", place.artifacts],
      ["register", "v1.0.0", "-a", place.artifacts, "--actor", "ana"],
      ["promote", "v1.0.0", "--actor", "ana"],
    ] { #expect(place.run(words).code == .done) }
  }

  private func retrain(_ data: String, _ words: String...) -> Workplace.Answer {
    place.run(
      ["retrain", "--data", place.directory.file(data), "--actor", "ben", "-a"]
        + [place.directory.file("challenger")] + words)
  }

  private func statuses() -> [String] {
    place.run("list").output.split(separator: "\n").dropFirst().map { line in
      String(line.prefix(while: { $0 != "Y" })).split(separator: " ").joined(separator: " ")
    }
  }

  private static let rangesNote =
    "note: ranges such as ^1 lead to v1.0.1 all the same: deploy 'champion', or registry yank v1.0.1\n"

  @Test func `promotes a challenger that is shown to be better, in one screen`() {
    champion("bad.csv")
    let answer = retrain("good.csv")
    #expect(
      answer
        == .init(
          code: .done,
          output: """
            trained on 144 rows of 'DIR/good.csv': roc_auc 0.8628 on 48 test rows
            registered as v1.0.1, challenger: PATCH since v1.0.0: nothing changed that callers rely on
            both scored the 48 test rows of 'DIR/good.csv'; rows that the champion was trained on would favour it

            GATE                                VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            roc_auc better than the champion's  passed   0.8628    0.1059  +0.5468 to +0.9671    48  A, DeLong

            passed: v1.0.1 passed 1 gate

            champion is v1.0.1; it was v1.0.0

            """))
    #expect(statuses() == ["v1.0.1 challenger, champion", "v1.0.0 archived"])
    #expect(place.run("why").output.contains("  set by       ben: retrained\n"))
  }

  @Test func `rejects one that is worse, and exits 6`() {
    champion("good.csv")
    #expect(
      retrain("bad.csv", "--holdout", place.directory.file("holdout.csv"))
        == .init(
          code: .refused,
          output: """
            trained on 144 rows of 'DIR/bad.csv': roc_auc 0.7483 on 48 test rows
            registered as v1.0.1, challenger: PATCH since v1.0.0: nothing changed that callers rely on
            both scored the 200 rows of 'DIR/holdout.csv'

            GATE                                VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            roc_auc better than the champion's  refused  0.1708    0.8375  -0.7807 to -0.5526   200  A, DeLong

            refused: v1.0.1 was refused by 1 of 1 gate: roc_auc better than the champion's (0.1708 against 0.8375, apart by -0.7807 to -0.5526)

            rejected: champion is v1.0.0, as before

            """,
          errors: Self.rangesNote))
    #expect(statuses() == ["v1.0.1 challenger, rejected", "v1.0.0 champion"])
  }

  @Test func `decides nothing where the rows do not tell, and exits 7`() {
    champion("good.csv")
    #expect(
      retrain("next.csv")
        == .init(
          code: .inconclusive,
          output: """
            trained on 144 rows of 'DIR/next.csv': roc_auc 0.6449 on 47 test rows
            registered as v1.0.1, challenger: PATCH since v1.0.0: nothing changed that callers rely on
              and 2 changes that the rules allow
            both scored the 47 test rows of 'DIR/next.csv'; rows that the champion was trained on would favour it

            GATE                                VERDICT        VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
            roc_auc better than the champion's  inconclusive  0.6449    0.6649  -0.0655 to +0.0256    47  A, DeLong

            roc_auc better than the champion's: so many rows show a difference of 0.0651 four times in five, and a smaller one less often
            inconclusive: v1.0.1 was not decided by 1 of 1 gate: roc_auc better than the champion's (0.6449 against 0.6649, apart by -0.0655 to +0.0256)

            not decided: champion is v1.0.0, as before; v1.0.1 is challenger

            """,
          errors: Self.rangesNote))
    #expect(statuses() == ["v1.0.1 challenger", "v1.0.0 champion"])
  }

  @Test func `shows a row that fails where callers would break`() {
    champion("good.csv")
    let answer = retrain("next.csv", "--drop", "job")
    #expect(
      answer.output.contains(
        """
        registered as v2.0.0, challenger: MAJOR since v1.0.0
          MAJOR  input_removed 'job': was object

        """))
    #expect(answer.output.contains("fits v2.0.0, not v1.0.0: the input 'job' is missing\n"))
  }

  @Test(arguments: [
    ("bad.csv", "good.csv", ExitCode.done, "nothing was changed; champion would be v1.0.1\n"),
    ("good.csv", "next.csv", .inconclusive, "nothing was changed; it would not be decided\n"),
    ("good.csv", "bad.csv", .refused, "nothing was changed; v1.0.1 would be rejected\n"),
  ])
  func `tells with --dry-run what would happen`(
    first: String, data: String, code: ExitCode, end: String
  ) {
    champion(first)
    let before = place.directory.contents()
    let answer = retrain(data, "--dry-run", "--holdout", place.directory.file("holdout.csv"))
    #expect(answer.code == code)
    #expect(answer.output.contains("\nwould be v1.0.1: PATCH since v1.0.0: "))
    #expect(answer.output.hasSuffix("\n\n" + end))
    #expect(place.directory.contents() == before)
  }

  /// In a process of its own, whose temporary and working directories are below the tree that is compared.
  @Test func `leaves no file behind after --dry-run`() throws {
    champion("bad.csv")
    try place.directory.write("", to: "tmp/empty")
    try place.directory.write("", to: "work/empty")
    let before = place.directory.contents()
    let output = ShellCommand(
      """
      cd '\(place.directory.path)/work' && TMPDIR='\(place.directory.path)/tmp' \
      REGISTRY_DIR='\(place.registry)' $registry retrain --data ../good.csv --dry-run 2>&1; echo $?
      """
    ).output
    #expect(output.hasSuffix("champion would be v1.0.1\n0\n"), "\(output)")
    #expect(place.directory.contents() == before)
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `prints all of it as JSON`(words: [String]) throws {
    champion("good.csv")
    let holdout = place.directory.file("holdout.csv")
    let answer = place.run(
      ["retrain", "--data", place.directory.file("bad.csv"), "--holdout", holdout, "--json", "-a"]
        + [place.directory.file("challenger")] + words)
    #expect(answer.code == .refused)
    let json = try #require(answer.json)
    #expect(
      Set(json.keys) == [
        "outcome", "dry_run", "version", "champion", "baseline", "required_bump", "changes",
        "training_rows", "test_metrics", "evidence", "gates",
      ])
    #expect(json["outcome"] as? String == "rejected")
    #expect(json["dry_run"] as? Bool == !words.isEmpty)
    #expect(json["version"] as? String == "v1.0.1")
    #expect(json["champion"] as? String == "v1.0.0")
    #expect(json["required_bump"] as? String == "patch")
    #expect(json["training_rows"] as? Int == 144)
    #expect(json["evidence"] as? String == "both scored the 200 rows of 'DIR/holdout.csv'")
    #expect((json["gates"] as? [String: Any])?["verdict"] as? String == "refused")
  }

  @Test func `needs a champion, and words that fit`() {
    #expect(retrain("good.csv").code == .notFound)
    champion("good.csv")
    #expect(retrain("nowhere.csv").code == .notFound)
    #expect(retrain("next.csv", "--metric", "recal").code == .usage)
    #expect(retrain("next.csv", "--seed", "-1").code == .usage)
    #expect(place.run("retrain").code == .usage)
  }

  @Test func `takes no number when the rows to compare on are those that one was trained on`() {
    champion("good.csv")
    let answer = retrain("next.csv", "--holdout", place.directory.file("good.csv"))
    #expect(
      answer
        == .init(
          code: .usage,
          errors: """
            error: 'DIR/good.csv' is the file that v1.0.0 was trained from
              fix: give rows that neither was trained on, or none: then the registered held-out rows are compared

            """))
    #expect(statuses() == ["v1.0.0 champion"])
  }
}

@Suite struct `registry gate --data` {
  @Test func `lets both models score the rows, and refuses those that one was trained on`() throws {
    let place = try Workplace()
    for (version, rows) in [
      ("v1.0.0", csv(0..<240)), ("v1.0.1", csv(0..<240, contrary: true)),
    ] {
      let data = try place.directory.write(rows, to: "\(version).csv")
      for words in [
        [
          "train", "--data", data, "--target", "y", "--positive", "yes", "--output",
          place.artifacts, "--model", "logistic-regression", "--calibration", "none",
        ],
        ["register", version, "-a", place.artifacts],
      ] { #expect(place.run(words).code == .done) }
    }
    #expect(place.run("promote", "v1.0.0").code == .done)
    try place.write(gates: #"{"metric": "roc_auc", "better_by": 0.1}"#)
    let fresh = try place.directory.write(csv(5000..<5200), to: "fresh.csv")
    let answer = place.run("gate", "v1.0.1", "--data", fresh)
    #expect(answer.code == .refused)
    #expect(
      answer.output.contains("-0.7807 to -0.5526   200  A, DeLong\n"),
      "\(answer.output)")
    #expect(place.run("promote", "v1.0.1", "--data", fresh).output == answer.output)
    #expect(
      place.run("gate", "v1.0.1", "--data", place.directory.file("v1.0.1.csv")).errors.hasPrefix(
        "error: 'DIR/v1.0.1.csv' is the file that v1.0.1 was trained from\n"))
    #expect(
      place.run("gate", "v1.0.1", "--data", fresh, "--target", "z")
        == .init(
          code: .usage,
          errors: """
            error: 'DIR/fresh.csv': there is no column 'z'
              fix: name the column with the labels: --target COLUMN; there are 'age', 'balance', 'job', 'y'

            """))
  }
}
