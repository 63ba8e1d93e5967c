import Registry
import Testing

@Suite struct `The number of a changed model` {
  private typealias Step = (from: String, bump: VersionBump, to: String)

  /// Below v1.0.0 shifted, as the ranges of npm and Cargo read.
  private static let steps: [Step] = [
    ("v1.2.3", .major, "v2.0.0"), ("v1.2.3", .minor, "v1.3.0"), ("v1.2.3", .patch, "v1.2.4"),
    ("v0.2.3", .major, "v0.3.0"), ("v0.2.3", .minor, "v0.2.4"), ("v0.2.3", .patch, "v0.2.4"),
    ("v0.0.3", .major, "v0.1.0"), ("v0.0.3", .patch, "v0.0.4"),
    ("v2.0.0-rc.1", .major, "v2.0.0"), ("v2.0.0-rc.1", .minor, "v2.0.0"),
    ("v2.0.0-rc.1", .patch, "v2.0.0"), ("v2.1.0-rc.1", .major, "v3.0.0"),
    ("v2.1.1-rc.1", .minor, "v2.2.0"),
  ]

  @Test(arguments: steps)
  private func `rises as far as the change asks`(step: Step) throws {
    #expect(try ModelVersion(step.from).raised(by: step.bump) == ModelVersion(step.to))
  }

  @Test func `is the next one in the part that is named`() throws {
    #expect(try ModelVersion("v0.2.3").raising(.major) == ModelVersion("v1.0.0"))
    #expect(try ModelVersion("v0.2.3").raising(.minor) == ModelVersion("v0.3.0"))
  }

  @Test func `never has ten digits`() throws {
    for (text, part) in [
      ("v999999999.0.0", VersionBump.major), ("v1.999999999.0", .minor), ("v1.0.999999999", .patch),
    ] {
      let version = try ModelVersion(text)
      let error = #expect(throws: RegistryError.self) { try version.raising(part) }
      #expect(error?.exitCode == .usage)
    }
  }
}
