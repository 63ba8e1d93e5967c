import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `A rollback that breaks callers` {
  private let sample: SampleRegistry
  private let (old, new): (ModelVersion, ModelVersion)

  /// v1.0.0 needs an input that v2.0.0, which serves, does not take any more.
  init() throws {
    sample = try SampleRegistry()
    (old, new) = (try ModelVersion("v1.0.0"), try ModelVersion("v2.0.0"))
    for (version, inputs) in [
      (
        "v1.0.0", #"[{"name": "a", "type": "int"}, {"name": "b", "type": "int", "required": true}]"#
      ),
      ("v2.0.0", #"[{"name": "a", "type": "int"}]"#),
    ] {
      try sample.directory.write(
        #"{"inputs": \#(inputs)}"#, to: "artifacts/model_signature_v1.json")
      try sample.register(version)
      try sample.registry.promote(ModelVersion(version), by: "ana")
    }
  }

  @discardableResult
  private func rollback(allowing reason: String? = nil) throws -> Promotion {
    try sample.registry.rollback(by: "ben", reason: "alarm", allowingIncompatible: reason)
  }

  @Test func `is refused, and changes nothing`() throws {
    let error = #expect(throws: RegistryError.self) { try rollback() }
    #expect(error?.exitCode == .refused)
    #expect(
      error?.message
        == "who works with 'champion' would break: from v2.0.0 to v1.0.0 is input_added_required 'b'"
    )
    #expect(try sample.registry.alias(.champion)?.version == new)
    #expect(throws: RegistryError.self) { try sample.registry.rollback(to: old, by: "ben") }
  }

  @Test func `goes through with a reason, which alias and history keep`() throws {
    let record = try rollback(allowing: "callers still send it").record
    #expect(record.version == old)
    #expect(record.reason == "alarm; allowed incompatible: callers still send it")
    #expect(
      record.fields["allowed_incompatible"]?["changes"]
        == [.object(["rule": "input_added_required", "of": "b"])])
    #expect(record.fields["allowed_incompatible"]?["baseline"] == "v2.0.0")
    #expect(try sample.registry.history().last?.reason == record.reason)
    #expect(try sample.registry.verify().findings == [])
    // What was allowed then says nothing of what is done next.
    let next = try sample.registry.promote(new, by: "ana").record
    #expect(next.fields["allowed_incompatible"] == nil)
  }

  @Test func `is not one to a version that takes what today's callers send`() throws {
    try rollback(allowing: "callers still send it")
    // v2.0.0 lacks an input that today's callers send, which is passed over.
    let promotion = try sample.registry.rollback(to: new, by: "ben")
    #expect(promotion.record.version == new)
    #expect(promotion.record.fields["allowed_incompatible"] == nil)
    #expect(promotion.comparisonFailure == nil)
  }

  @Test func `is one of every alias`() throws {
    for version in [old, new] { try sample.registry.setAlias(.staging, to: version, by: "ana") }
    #expect(throws: RegistryError.self) { try sample.registry.rollback(.staging, by: "ben") }
  }

  @Test func `cannot be told, and stops nothing, where what serves is damaged`() throws {
    let path = sample.file("v2.0.0/model_signature.json")
    chmod(path, 0o644)
    try FileManager.default.removeItem(atPath: path)
    let promotion = try rollback()
    #expect(promotion.record.version == old)
    #expect(promotion.comparisonFailure == .damagedFile(path: path, .missing))
  }

  @Test func `cannot be told, and a reason that is given all the same is kept`() throws {
    let path = sample.file("v2.0.0/model_signature.json")
    chmod(path, 0o644)
    try FileManager.default.removeItem(atPath: path)
    let record = try rollback(allowing: "the disk ate it").record
    #expect(record.reason == "alarm; allowed incompatible: the disk ate it")
    #expect(record.fields["allowed_incompatible"]?["required_bump"] == .null)
  }

  @Test func `cannot be told where the alias file is damaged`() throws {
    try sample.directory.write("{", to: "registry/champion.json")
    let promotion = try sample.registry.rollback(to: old, by: "ben")
    #expect(promotion.record.version == old)
    #expect(promotion.comparisonFailure?.exitCode == .integrityFailure)
  }

  @Test func `cannot be told under a policy that is a slip`() throws {
    try sample.directory.write(#"{"compatibility": 7}"#, to: "registry/policy.json")
    let promotion = try rollback()
    #expect(promotion.record.version == old)
    #expect(promotion.comparisonFailure?.exitCode == .usage)
  }

  @Test func `is one that the policy calls so`() throws {
    let policy = #"{"compatibility": {"rules": {"input_added_required": {"bump": "minor"}}}}"#
    try sample.directory.write(policy, to: "registry/policy.json")
    #expect(try rollback().record.version == old)
  }
}
