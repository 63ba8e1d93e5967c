import Registry
import TestSupport
import Testing

@Suite struct `registry list` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `shows a line a version, highest first`() throws {
    try place.register("v1.0.0", "v1.9.0", "v1.10.0", "v1.11.0-rc.1")
    for version in ["v1.0.0", "v1.9.0"] { _ = place.run("promote", version) }
    for alias in ["challenger", "staging"] {
      _ = place.run("promote", "v1.10.0", "--alias", alias)
    }
    #expect(
      place.run("list")
        == .init(
          code: .done,
          output: """
            VERSION       STATUS               REGISTERED            BY   PR_AUC
            v1.11.0-rc.1  registered           YYYY-MM-DDThh:mm:ssZ  ana  0.8600
            v1.10.0       challenger, staging  YYYY-MM-DDThh:mm:ssZ  ana  0.8600
            v1.9.0        champion             YYYY-MM-DDThh:mm:ssZ  ana  0.8600
            v1.0.0        archived             YYYY-MM-DDThh:mm:ssZ  ana  0.8600

            """))
  }

  @Test func `shows the metric that is asked for`() throws {
    try place.register("v1.0.0")
    #expect(
      place.run("list", "--metric", "recall").output == """
        VERSION  STATUS      REGISTERED            BY   RECALL
        v1.0.0   registered  YYYY-MM-DDThh:mm:ssZ  ana  0.7500

        """)
    #expect(
      place.run("list", "--metric", "unknown").output == """
        VERSION  STATUS      REGISTERED            BY   METRIC
        v1.0.0   registered  YYYY-MM-DDThh:mm:ssZ  ana       -

        """)
  }

  @Test func `names the metric of each version where they differ`() throws {
    try place.register("v1.0.0")
    try place.directory.write(#"{"rmse": 12.5}"#, to: "artifacts/metrics_v1.json")
    _ = place.run("register", "v1.1.0", "-a", place.artifacts, "--actor", "ben")
    #expect(
      place.run("list").output == """
        VERSION  STATUS      REGISTERED            BY          METRIC
        v1.1.0   registered  YYYY-MM-DDThh:mm:ssZ  ben   rmse 12.5000
        v1.0.0   registered  YYYY-MM-DDThh:mm:ssZ  ana  pr_auc 0.8600

        """)
  }

  @Test func `shows a damaged version as damaged, warns, and goes on`() throws {
    try place.register("v1.0.0", "v1.1.0")
    try place.damage("v1.0.0/manifest.json")
    #expect(
      place.run("list")
        == .init(
          code: .done,
          output: """
            VERSION  STATUS      REGISTERED            BY   PR_AUC
            v1.1.0   registered  YYYY-MM-DDThh:mm:ssZ  ana  0.8600
            v1.0.0   damaged                                     -

            """,
          errors: """
            warning: 'DIR/registry/v1.0.0/manifest.json' is not strict JSON: bytes after the value at byte 20

            """))
  }

  @Test func `prints JSON`() throws {
    try place.register("v1.0.0")
    _ = place.run("promote", "v1.0.0")
    let versions = try #require(place.run("list", "--json").json?["versions"] as? [[String: Any]])
    let version = try #require(versions.first)
    #expect(
      Set(version.keys) == [
        "version", "status", "aliases", "created_at", "registered_by", "notes", "metric", "problem",
      ])
    #expect(version["status"] as? String == "champion")
    #expect(version["aliases"] as? [String] == ["champion"])
    let metric = try #require(version["metric"] as? [String: Any])
    #expect(metric["name"] as? String == "pr_auc")
    #expect(metric["value"] as? Double == 0.86)
  }

  @Test func `prints names for completion`() throws {
    try place.register("v1.0.0", "v1.1.0")
    _ = place.run("promote", "v1.0.0")
    #expect(
      place.run("list", "--names-only") == .init(code: .done, output: "champion\nv1.1.0\nv1.0.0\n"))
  }

  @Test func `says that nothing is registered`() throws {
    try place.directory.write("{\"format\": 1}", to: "registry/.registry/format.json")
    #expect(
      place.run("list")
        == .init(code: .done, errors: "note: no version is registered in 'DIR/registry'\n"))
    #expect(place.run("list", "--json").output == "{\n  \"versions\": []\n}\n")
  }

  @Test func `says that there is no registry`() {
    #expect(place.run("list").code == .notFound)
  }

  @Test func `lets nothing that others wrote steer the terminal`() throws {
    try place.register("v1.0.0")
    _ = place.run(
      "register", "v1.1.0", "-a", place.artifacts, "--actor", "\u{1B}[2Jeve\n",
      "--notes", "\u{1B}]0;owned\u{7}\u{202E}")
    let list = place.run("list")
    #expect(list.output.contains(#"\u{1B}[2Jeve\n"#))
    let show = place.run("show", "v1.1.0")
    #expect(show.output.contains(#"notes        \u{1B}]0;owned\u{7}\u{202E}"#))
    for text in [list.output, show.output] {
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }
}
