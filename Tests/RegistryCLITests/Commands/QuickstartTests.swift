import Foundation
import Learners
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `The quickstart` {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  /// Runs it in the built program, since it changes the working directory.
  private func run(_ name: String = "demo") -> ShellCommand {
    ShellCommand(
      "REGISTRY_DIR=/nowhere $registry quickstart --directory '\(directory.file(name))'; echo \"exit $?\""
    )
  }

  @Test func `leads to a champion that has scored rows, each time with the next version`() throws {
    for version in ["v1.0.0", "v1.0.1"] {
      let outcome = run()
      #expect(outcome.output.hasSuffix("exit 0\n"))
      #expect(outcome.output.contains("$ registry register --version \(version)"))
      #expect(outcome.output.contains("champion is \(version)"))
      #expect(outcome.output.contains("probability,label,model_version\n"))
      let registry = ModelRegistry(at: directory.file("demo/models/registry"))
      #expect(try registry.resolve(.alias(.champion)).version?.description == version)
    }
  }

  @Test func `trains and registers what lint finds nothing in`() throws {
    #expect(!run().output.contains("warning"))
    let registry = ModelRegistry(
      at: directory.file("demo/models/registry"), inspector: ModelPorts.inspect)
    #expect(try registry.lint(.alias(.champion)).findings == [])
  }

  @Test func `never writes over a file of somebody else`() throws {
    try directory.write("mine", to: "demo/rows.csv")
    let outcome = run()
    #expect(outcome.output.hasSuffix("exit 4\n"))
    #expect(try directory.read("demo/rows.csv") == "mine")
  }

  @Test func `carries the data that lies in Examples`() throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let file = FileManager.default.contents(
      atPath: root + "/Examples/breast-cancer/breast-cancer.csv")
    #expect(file == Data(BreastCancerData.csv.description.utf8))
  }
}
