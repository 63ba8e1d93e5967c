import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// v1.0.0 served first; v1.1.0 was refused, approved and forced; v1.2.0 never served.
@Suite struct `registry why` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", finding: 60, "--notes", "the first")
    _ = place.run("promote", "v1.0.0", "--actor", "ana", "--reason", "begin")
    try place.write(gates: #"{"metric": "recall", "not_worse_by": 0.02}"#)
    try place.register("v1.1.0", finding: 30)
    _ = place.run("promote", "v1.1.0", "--actor", "ben", "--reason", "try")
    _ = place.run("approve", "v1.1.0", "--actor", "eva", "--reason", "looked at it")
    try place.register("v1.2.0", finding: 80)
  }

  private func force() {
    _ = place.run(
      "promote", "v1.1.0", "--actor", "ben", "--reason", "alarm", "--force", "service is down")
  }

  /// What gates said of v1.1.0, which finds 30 of 100 rows where 60 were found.
  private static func gates(_ forced: String = "") -> String {
    let refusal = "v1.1.0 was refused by 1 of 1 gate: \(numbers)"
    return """
      gates
      GATE                                                    VERDICT   VALUE  CHAMPION  INTERVAL            ROWS  EVIDENCE
      recall not worse than the champion's by more than 0.02  refused  0.3000    0.6000  -0.3852 to -0.2043   100  A, exact McNemar, Newcombe interval

      \(forced)refused: \(refusal)

      """
  }
  private static let numbers =
    "recall not worse than the champion's by more than 0.02 (0.3000 against 0.6000, apart by "
    + "-0.3852 to -0.2043)"
  private static let rejection =
    "YYYY-MM-DDThh:mm:ssZ, asked by ben: v1.1.0 was refused by 1 of 1 gate: \(numbers)"
  private static let noGates = "gates: nothing on record\n"
  private static let approvals = "approvals\n  YYYY-MM-DDThh:mm:ssZ eva: looked at it\n"
  private static let noApprovals = "approvals: none\n"

  /// The digest, the file, the code and the seed of every sample; after it the version that each came from.
  private static func lineage(_ parent: String = "") -> String {
    """
    lineage
      data         sha256 aa (rows.csv)
      code         c0ffee
      seed         7

    """ + parent
  }

  private static func ends(_ version: String, _ recall: String, notes: String = "") -> String {
    """
      registered   YYYY-MM-DDThh:mm:ssZ by ana\(notes)
      metric       recall \(recall)
      directory    DIR/registry/\(version)
      manifest     sha256 DIGEST

    """
  }

  @Test func `tells of the champion who set it, in place of what, on which evidence`() {
    force()
    let standing = """
      v1.1.0 serves as champion
        since        YYYY-MM-DDThh:mm:ssZ
        set by       ben: alarm; forced: service is down
        in place of  v1.0.0
        rejected     \(Self.rejection)

      """
    let sections = [
      standing + Self.ends("v1.1.0", "0.3000"), "change from v1.0.0: the same contract\n",
      Self.gates("forced: service is down\n"), Self.approvals,
      Self.lineage("  parent       v1.0.0\n"),
    ]
    let expected = Workplace.Answer(code: .done, output: sections.joined(separator: "\n"))
    #expect(place.run("why") == expected)
    #expect(place.run("why", "champion") == expected)
    #expect(place.run("why", "v1.1.0") == expected)
  }

  @Test func `tells of a version that served until when, and what took its place`() {
    force()
    let standing = """
      v1.0.0 was champion
        champion     from YYYY-MM-DDThh:mm:ssZ to YYYY-MM-DDThh:mm:ssZ
        set by       ana: begin
        replaced     with v1.1.0 by ben: alarm; forced: service is down

      """
    let sections = [
      standing + Self.ends("v1.0.0", "0.6000", notes: ": the first"), Self.noGates,
      Self.noApprovals, Self.lineage(),
    ]
    #expect(
      place.run("why", "v1.0.0")
        == .init(code: .done, output: sections.joined(separator: "\n")))
  }

  @Test func `tells of a version that was refused which gate did it`() {
    let standing = """
      v1.1.0 was rejected: the gates refused it
        rejected     \(Self.rejection)

      """
    let sections = [
      standing + Self.ends("v1.1.0", "0.3000"), "change from v1.0.0: the same contract\n",
      Self.gates(), Self.approvals, Self.lineage("  parent       v1.0.0\n"),
    ]
    #expect(
      place.run("why", "v1.1.0")
        == .init(code: .done, output: sections.joined(separator: "\n")))
  }

  @Test func `tells of a version that never served, was withdrawn, or has another alias`() {
    func answer(_ reference: String, _ standing: String) -> Workplace.Answer {
      let sections = [
        standing + Self.ends("v1.2.0", "0.8000"), "change from v1.1.0: the same contract\n",
        Self.noGates, Self.noApprovals, Self.lineage("  parent       v1.1.0\n"),
      ]
      let found = place.run("why", reference)
      #expect(found == .init(code: .done, output: sections.joined(separator: "\n")))
      return found
    }
    _ = answer("v1.2.0", "v1.2.0 is registered and has not served as champion\n")
    _ = place.run("alias", "staging", "v1.2.0", "--actor", "eva", "--reason", "try")
    _ = answer("v1.2.0", "v1.2.0 is staging\n")
    _ = answer(
      "staging",
      """
      v1.2.0 is staging
        since        YYYY-MM-DDThh:mm:ssZ
        set by       eva: try
        in place of  nothing

      """)
    _ = place.run("yank", "v1.2.0", "--actor", "ben", "--reason", "leak")
    _ = answer(
      "v1.2.0",
      """
      v1.2.0 was withdrawn
        yanked       YYYY-MM-DDThh:mm:ssZ by ben: leak

      """)
  }

  @Test func `tells what changed for callers, and why that was allowed`() throws {
    try place.directory.write(
      #"{"input_schema": {"region": "object"}, "output_schema": {"risk": "float"}}"#,
      to: "artifacts/model_signature_v1.json")
    let answer = place.run(
      "register", "v1.3.0", "-a", place.artifacts, "--actor", "ana", "--allow-incompatible",
      "nobody\u{1B}[2J calls it")
    #expect(answer.code == .done)
    let output = place.run("why", "v1.3.0").output
    let change = try #require(output.range(of: "change from v1.2.0: MAJOR\n"))
    #expect(
      output[change.upperBound...].contains("  MAJOR  input_removed 'idade_2023': was float64"))
    #expect(output.contains("\n  allowed: nobody\\u{1B}[2J calls it\n"))
    let json = try #require(place.run("why", "v1.3.0", "--json").json)
    #expect(json["required_bump"] as? String == "major")
    let allowed = try #require(json["allowed_incompatible"] as? [String: Any])
    #expect(allowed["reason"] as? String == "nobody\u{1B}[2J calls it")
  }

  @Test func `warns of a damaged history and tells the rest`() throws {
    force()
    let path = "registry/.registry/journal.jsonl"
    let journal = try place.directory.read(path)
    try place.directory.write(journal.replacing("begin", with: "bogus"), to: path)
    let answer = place.run("why")
    #expect(answer.code == .done)
    #expect(
      answer.errors == """
        warning: 'DIR/registry/.registry/journal.jsonl' line 2 is damaged, or does not follow the line before it

        """)
    let standing = """
      v1.1.0 serves as champion
        since        YYYY-MM-DDThh:mm:ssZ
        set by       ben: alarm; forced: service is down
        in place of  v1.0.0

      """
    let sections = [
      standing + Self.ends("v1.1.0", "0.3000"), "change from v1.0.0: the same contract\n",
      Self.gates("forced: service is down\n"), Self.approvals,
      Self.lineage("  parent       v1.0.0\n"),
    ]
    #expect(answer.output == sections.joined(separator: "\n"))
  }

  @Test func `lets nothing that others wrote steer the terminal`() {
    let text = "\u{1B}[2J\u{202E}x\nv9.9.9 serves as champion"
    _ = place.run("approve", "v1.1.0", "--actor", text, "--reason", text)
    _ = place.run("promote", "v1.1.0", "--actor", text, "--reason", text, "--force", text)
    _ = place.run("yank", "v1.2.0", "--actor", text, "--reason", text)
    for version in ["v1.0.0", "v1.1.0", "v1.2.0"] {
      let answer = place.run("why", version)
      #expect(answer.code == .done)
      #expect(answer.output.contains(#"\u{1B}[2J\u{202E}x\nv9.9.9"#))
      #expect(!answer.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(!answer.output.contains("\nv9.9.9"))
    }
  }

  @Test func `prints all of it as JSON`() throws {
    force()
    let json = try #require(place.run("why", "--json").json)
    #expect(
      Set(json.keys) == [
        "version", "status", "aliases", "alias", "last_promotion", "replaced_by", "predecessor",
        "required_bump", "changes", "allowed_incompatible", "gates", "rejection", "approvals",
        "yank", "metric", "lineage", "seed", "registered_at", "registered_by", "directory",
        "manifest_sha256",
      ])
    #expect(json["version"] as? String == "v1.1.0")
    #expect(json["status"] as? String == "champion")
    #expect(json["predecessor"] as? String == "v1.0.0")
    #expect(json["seed"] as? Int == 7)
    #expect(
      (json["alias"] as? [String: Any])?["reason"] as? String == "alarm; forced: service is down")
    #expect((json["gates"] as? [String: Any])?["forced"] as? String == "service is down")
    #expect((json["rejection"] as? [String: Any])?["actor"] as? String == "ben")
    #expect((json["approvals"] as? [[String: Any]])?.map { $0["actor"] as? String } == ["eva"])
    #expect((json["lineage"] as? [String: Any])?["data_sha256"] as? String == "aa")
    let earlier = try #require(place.run("why", "v1.0.0", "--json").json)
    #expect((earlier["replaced_by"] as? [String: Any])?["version"] as? String == "v1.1.0")
    #expect(earlier["alias"] is NSNull && earlier["gates"] is NSNull)
  }

  @Test func `needs a version that is there`() throws {
    #expect(place.run("why", "v9.0.0").code == .notFound)
    #expect(place.run("why", "staging").code == .notFound)
    let empty = try Workplace()
    try empty.register("v1.0.0")
    #expect(empty.run("why").code == .notFound)
  }
}
