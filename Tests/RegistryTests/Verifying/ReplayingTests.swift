import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `Verifying with golden rows` {
  private let sample: SampleRegistry

  /// One version without golden rows, and one with a row whose answer is 0.25.
  init() throws {
    sample = try SampleRegistry("v1.0.0")
    try sample.directory.write(
      #"{"schema_version": 1, "tolerance": 0, "rows": [{"input": {}, "output": {"risk_score": 0.25}}]}"#,
      to: "artifacts/golden_rows.json")
    try sample.register("v1.1.0")
  }

  /// A model that answers a number to every row.
  private func answering(_ number: Double) -> GoldenRowsReplayer {
    { model in
      do throws(RegistryError) {
        return .replayed(
          try model.readGoldenRows().compared(
            with: [["risk_score": .double(number)]], signature: try model.readSignature()))
      } catch { return .failed(reason: error.message) }
    }
  }

  private func verify(
    _ version: String? = nil, _ replayer: @escaping GoldenRowsReplayer
  ) throws -> Verification {
    try sample.registry.verify(version.map { try ModelVersion($0) }, replayer: replayer)
  }

  private func outcomes(_ verification: Verification) -> [String: GoldenRowsOutcome] {
    Dictionary(
      uniqueKeysWithValues: verification.replays.map { ($0.version.description, $0.outcome) })
  }

  @Test func `says which version has none, and finds nothing where all is the same`() throws {
    let found = try verify(nil, answering(0.25))
    #expect(found.isClean)
    #expect(found.replays.map(\.version.description) == ["v1.0.0", "v1.1.0"])
    #expect(
      outcomes(found) == [
        "v1.0.0": .absent,
        "v1.1.0": .replayed(GoldenReplay(rowCount: 1, worst: nil, differences: [])),
      ])
    #expect(try sample.registry.verify().replays.isEmpty)
  }

  @Test func `finds another answer, and names version, row, output and both values`() throws {
    let found = try verify(nil, answering(0.75))
    #expect(
      found.findings.map(\.message) == [
        "v1.1.0 answers row 1 of its golden rows otherwise: 'risk_score' is 0.75 where 0.25 is expected"
      ])
    #expect(found.findings.map(\.exitCode) == [.integrityFailure])
    #expect(try verify("v1.0.0", answering(0.75)).isClean)
  }

  @Test func `takes rows that fail for damage, and a model that nobody can load for none`() throws {
    #expect(try verify(nil) { _ in .unscorable(reason: "no") }.isClean)
    let found = try verify(nil) { _ in .failed(reason: "no") }
    #expect(found.findings.map(\.message) == ["v1.1.0 cannot answer its golden rows: no"])
    #expect(found.findings.map(\.exitCode) == [.integrityFailure])
  }

  @Test func `does not ask a version that is damaged, and asks one that was withdrawn`() throws {
    try sample.directory.write(#"{"yanked_versions": "refuse"}"#, to: "registry/policy.json")
    try sample.registry.yank(ModelVersion("v1.1.0"), by: "ana", reason: "wrong")
    #expect(try outcomes(verify(nil, answering(0.25))).count == 2)
    let path = sample.file("v1.1.0/golden_rows.json")
    chmod(path, 0o644)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data(" ".utf8))
    try handle.close()
    let found = try verify(nil, answering(0.25))
    #expect(outcomes(found) == ["v1.0.0": .absent])
    #expect(!found.isClean)
  }
}
