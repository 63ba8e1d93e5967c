import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry lock` {
  let place: Workplace
  let file: String

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
    file = place.directory.file("model.lock")
    try ModelRegistry(at: place.registry).promote(ModelVersion("v1.0.0"), by: "ana")
    let lock = try ModelRegistry(at: place.registry).lock()
    try place.directory.write(
      String(decoding: lock.json.indentedText, as: UTF8.self), to: "model.lock")
  }

  @Test func `prints what pins the champion, or what is named`() {
    let champion = place.run("lock")
    #expect(champion.code == .done && champion.errors == "")
    #expect(champion.json?["version"] as? String == "v1.0.0")
    #expect(champion.json?["reference"] as? String == "champion")
    #expect(place.run("lock", "latest").json?["version"] as? String == "v1.1.0")
    #expect(place.run("lock", "staging").code == .notFound)
  }

  @Test func `makes resolve keep to the version`() throws {
    try ModelRegistry(at: place.registry).promote(ModelVersion("v1.1.0"), by: "ana")
    #expect(
      place.run("resolve", "--locked", file)
        == .init(code: .done, output: "DIR/registry/v1.0.0\n"))
  }

  @Test func `makes resolve and predict refuse another one`() throws {
    try place.damage("v1.0.0/metrics.json")
    for command in ["resolve", "predict"] {
      #expect(place.run(command, "--locked", file).code == .integrityFailure)
    }
    let elsewhere = try Workplace()
    try elsewhere.register("v2.0.0")
    #expect(elsewhere.run("resolve", "--locked", file).code == .notFound)
  }

  @Test(arguments: [["champion"], ["--version", "v1.0.0"], ["--at", "2026-01-10T00:00:00Z"]])
  func `is not mixed with another way to name a version`(words: [String]) {
    #expect(place.run(["resolve", "--locked", file] + words).code == .usage)
  }
}
