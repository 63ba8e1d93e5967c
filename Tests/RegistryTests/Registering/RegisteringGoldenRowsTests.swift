import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `Registering golden rows` {
  private let sample: SampleRegistry

  init() throws {
    sample = try SampleRegistry()
    try sample.directory.write(
      #"{"schema_version": 1, "tolerance": 0.125, "rows": [{"input": {}, "output": {"risk_score": 0.25}}]}"#,
      to: "artifacts/golden_rows.json")
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

  private func register(_ replayer: GoldenRowsReplayer?) throws -> Registration {
    try sample.registry.register(
      ArtifactDirectory(sample.directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana",
      replayer: replayer)
  }

  private func refusal(_ replayer: @escaping GoldenRowsReplayer) throws -> RegistryError? {
    let error = #expect(throws: RegistryError.self) { try register(replayer) }
    #expect(try sample.registry.versions().isEmpty)
    let staging = sample.file(".registry/staging")
    #expect(try FileManager.default.contentsOfDirectory(atPath: staging).isEmpty)
    return error
  }

  @Test func `takes answers within the tolerance, and tells the farthest`() throws {
    let registration = try register(answering(0.375))
    guard case .replayed(let replay)? = registration.goldenRows else {
      Issue.record("it was not replayed")
      return
    }
    #expect(replay.isWithinTolerance && replay.largestDistance == 0.125)
  }

  @Test func `refuses another answer, and names row, output and both values`() throws {
    let error = try #require(try refusal(answering(0.75)))
    #expect(
      error.message
        == "v1.0.0 answers row 1 of its golden rows otherwise: 'risk_score' is 0.75 where 0.25 is expected"
    )
    #expect(error.exitCode == .integrityFailure)
  }

  @Test func `refuses rows that fail, and takes a model that nobody can load`() throws {
    let error = try refusal { _ in .failed(reason: "no") }
    #expect(error?.message == "v1.0.0 cannot answer its golden rows: no")
    #expect(try register { _ in .unscorable(reason: "no") }.goldenRows == .unscorable(reason: "no"))
  }

  @Test func `asks nobody without a replayer, or without golden rows`() throws {
    #expect(try register(nil).goldenRows == nil)
    let sample = try SampleRegistry()
    let registration = try sample.registry.register(
      ArtifactDirectory(sample.directory.file("artifacts")), as: ModelVersion("v1.0.0"), by: "ana"
    ) { _ in .failed(reason: "asked") }
    #expect(registration.goldenRows == .absent)
  }

  /// What is handed over may change while it is copied: the copy is what counts.
  @Test func `has the copy answer, which nobody sees yet`() throws {
    let registry = sample.registry
    let registration = try register { model in
      do throws(RegistryError) {
        let (versions, bytes) = (try registry.versions(), try model.readModel())
        let isCopy =
          model.directory.contains(".registry/staging/") && versions.isEmpty
          && bytes == Array("model bytes".utf8)
        return isCopy ? .unscorable(reason: "seen") : .failed(reason: "'\(model.directory)'")
      } catch { return .failed(reason: error.message) }
    }
    #expect(registration.goldenRows == .unscorable(reason: "seen"))
  }

  @Test func `names the file that was handed over where its rows cannot be read`() throws {
    try sample.directory.write(
      #"{"schema_version": 1, "tolerance": -1, "rows": []}"#, to: "artifacts/golden_rows.json")
    let path = sample.directory.file("artifacts/golden_rows.json")
    let error = try refusal { _ in .absent }
    #expect(
      error == .unfitArtifact(path: path, field: "tolerance", expected: "a number from 0"))
  }
}
