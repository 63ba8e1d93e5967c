import Registry
import TestSupport
import Testing

@Suite struct `registry show` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test func `tells all about a version`() throws {
    _ = place.run("promote", "v1.1.0")
    let answer = place.run("show")
    #expect(answer == place.run("show", "champion"))
    #expect(answer.code == .done)
    // The digests are those that sha256sum prints for the four files.
    #expect(
      answer.output.split(separator: "\n\n").first == """
        version      v1.1.0
        status       champion
        directory    DIR/registry/v1.1.0
        registered   YYYY-MM-DDThh:mm:ssZ by ana
        parent       v1.0.0
        data         sha256 aa
        code         c0ffee
        manifest     sha256 DIGEST
        inputs       2: instituicao_2023, idade_2023
        """)
    #expect(
      answer.output.contains(
        """
        METRIC       TEST
        recall     0.7500
        pr_auc     0.8600
        n_samples     153

        """))
    // printf 'model bytes' | sha256sum
    #expect(answer.output.contains("model.joblib             11  9cb7487000bc86ac…\n"))
  }

  @Test func `prints JSON`() throws {
    let json = try #require(place.run("show", "v1.0.0", "--json").json)
    #expect(
      Set(json.keys) == [
        "version", "status", "aliases", "directory", "manifest_sha256", "manifest", "metrics",
        "signature", "yank", "approvals",
      ])
    #expect(json["status"] as? String == "registered")
    let metrics = try #require(json["metrics"] as? [String: Any])
    #expect(metrics["best_model"] as? String == "hist_gb", "fields that nobody knows are kept")
  }

  @Test func `says that there is no champion`() {
    #expect(
      place.run("show")
        == .init(
          code: .notFound,
          errors: """
            error: there is no alias 'champion' in 'DIR/registry'
              fix: set it: registry promote --version VERSION --alias champion

            """))
  }

  @Test func `fails for a damaged version`() throws {
    try place.damage("v1.0.0/manifest.json")
    #expect(place.run("show", "v1.0.0").code == .integrityFailure)
  }
}
