import Registry
import Testing

@Suite struct `A model version` {
  @Test(arguments: [
    ("v1.2.0", "v1.2.0"), ("1.2.0", "v1.2.0"), ("v2.0.0-rc.1", "v2.0.0-rc.1"),
    ("v0.0.0", "v0.0.0"), ("v1.0.0--", "v1.0.0--"), ("v999999999.0.1", "v999999999.0.1"),
    ("1.2.3-" + String(repeating: "a", count: 121), "v1.2.3-" + String(repeating: "a", count: 121)),
  ])
  func `reads with or without v and is written with it`(text: String, written: String) throws {
    #expect(try ModelVersion(text).description == written)
  }

  @Test(arguments: [
    ("", VersionFlaw.notThreeNumbers), (".", .notThreeNumbers), ("..", .notThreeNumbers),
    ("v1", .notThreeNumbers), ("v1.2", .notThreeNumbers), ("v1.2.3.4", .notThreeNumbers),
    ("V1.2.3", .notThreeNumbers), ("vv1.2.3", .notThreeNumbers), ("v1.2.x", .notThreeNumbers),
    ("/v1.2.3", .notThreeNumbers), ("../v1.2.3", .notThreeNumbers), ("v1.2.3/..", .notThreeNumbers),
    ("v1.2.3\n", .notThreeNumbers), (" v1.2.3", .notThreeNumbers), ("v1.-2.3", .notThreeNumbers),
    ("v１.2.3", .notThreeNumbers), ("v1.2.3\u{200B}", .notThreeNumbers),
    ("v01.2.3", .leadingZero), ("v1.2.00", .leadingZero), ("v1.2.1234567890", .numberTooLarge),
    ("v1.2.3+build", .buildMetadata), ("v1.2.3-", .badPrerelease), ("v1.2.3-a..b", .badPrerelease),
    ("v1.2.3-01", .badPrerelease), ("v1.2.3-a/b", .badPrerelease), ("v1.2.3-a b", .badPrerelease),
    ("v1.2.3-" + String(repeating: "a", count: 128), .tooLong),
    // 129 bytes once it has its v; the fuzzer found this.
    ("1.2.3-" + String(repeating: "a", count: 122), .tooLong),
  ])
  func `is refused with the reason`(text: String, reason: VersionFlaw) {
    #expect(throws: RegistryError.invalidVersion(text, reason: reason)) { try ModelVersion(text) }
  }

  // The order of the example in Semantic Versioning 2.0.0, section 11.4, between releases.
  static let ordered = [
    "v0.9.0", "v1.0.0-alpha", "v1.0.0-alpha.1", "v1.0.0-alpha.beta", "v1.0.0-beta",
    "v1.0.0-beta.2", "v1.0.0-beta.11", "v1.0.0-rc.1", "v1.0.0", "v1.0.1", "v1.9.0", "v1.10.0",
    "v2.0.0", "v10.0.0",
  ]

  @Test func `orders as Semantic Versioning says`() throws {
    let versions = try Self.ordered.map { try ModelVersion($0) }
    for (index, version) in versions.enumerated() {
      #expect(versions[..<index].allSatisfy { $0 < version && !(version < $0) })
    }
    #expect(versions.reversed().sorted().map(\.description) == Self.ordered)
  }
}
