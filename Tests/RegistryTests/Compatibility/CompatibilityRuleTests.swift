import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `The rules for version numbers` {
  /// The rows of the table in docs/compatibility.md, cell by cell.
  private static let documented: [[String]] = {
    let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/compatibility.md")
    let text = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }()

  @Test func `stand in the documentation as they are in the code, one by one`() {
    let rules = CompatibilityRule.allCases.map { rule in
      [
        "`\(rule.rawValue)`", rule.meaning, rule.defaultBump.title, rule.strictBump.title,
        rule.defaultLevel.rawValue,
      ]
    }
    #expect(Self.documented == rules)
  }

  private func policy(_ text: String) throws -> CompatibilityPolicy {
    let fields = try #require(JSONValue(parsing: Array(text.utf8)).objectValue)
    return try CompatibilityPolicy(
      PolicyObject(fields, path: "policy.json", prefix: "compatibility."))
  }

  @Test func `can be set one by one, which comes before the profile`() throws {
    let policy = try policy(
      """
      {"profile": "strict", "rules": {
        "input_order_changed": {"bump": "major", "level": "deny"},
        "input_added_unstated": {"level": "warn"}, "model_family_changed": {"bump": "patch"}}}
      """)
    #expect(policy.bump(of: .inputOrderChanged) == .major)
    #expect(policy.level(of: .inputOrderChanged) == .deny)
    #expect(policy.bump(of: .inputAddedUnstated) == .major)
    #expect(policy.level(of: .inputAddedUnstated) == .warn)
    #expect(policy.bump(of: .modelFamilyChanged) == .patch)
    #expect(policy.bump(of: .outputAdded) == .minor)
  }

  private typealias Slip = (text: String, field: String, expected: String)

  private static let slips: [Slip] = [
    (#"{"profil": "strict"}"#, "profil", "one of: profile, rules"),
    (#"{"profile": "loose"}"#, "profile", "one of: default, strict"),
    (#"{"rules": []}"#, "rules", "an object"),
    (#"{"rules": {"input_removed": "major"}}"#, "rules.input_removed", "an object"),
    (
      #"{"rules": {"input_removed": {"bump": "MAJOR"}}}"#, "rules.input_removed.bump",
      "one of: patch, minor, major"
    ),
    (
      #"{"rules": {"input_removed": {"level": "ignore"}}}"#, "rules.input_removed.level",
      "one of: deny, warn, allow"
    ),
    (
      #"{"rules": {"input_removed": {"severity": "warn"}}}"#, "rules.input_removed.severity",
      "one of: bump, level"
    ),
  ]

  @Test(arguments: slips)
  private func `are not set by what has no meaning`(slip: Slip) {
    let refusal = RegistryError.invalidPolicy(
      path: "policy.json", field: "compatibility." + slip.field, expected: slip.expected)
    #expect(throws: refusal) { try policy(slip.text) }
  }

  @Test func `are not set for a rule that does not exist`() {
    let error = #expect(throws: RegistryError.self) {
      try policy(#"{"rules": {"input_removd": {}}}"#)
    }
    guard case .invalidPolicy(_, "compatibility.rules.input_removd", _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
