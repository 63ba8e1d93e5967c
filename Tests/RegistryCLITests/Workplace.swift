import Foundation
import Registry
import TestSupport

@testable import RegistryCLI

/// A temporary directory in which the real commands are run, in this process.
struct Workplace {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// What a command answered.
  struct Answer: Equatable {
    var code: ExitCode
    /// Standard output, and standard error: the directory is `DIR`, times and digests are blanked.
    var output = ""
    var errors = ""

    /// Standard output as another reader of JSON takes it.
    var json: [String: Any]? {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
    }
  }

  /// Runs a command line; `REGISTRY_DIR` is `DIR/registry` unless `environment` says otherwise.
  func run(_ words: String..., environment: [String: String] = [:]) -> Answer {
    run(words, environment: environment)
  }

  func run(
    _ words: [String], stop: StopRequest = .none, environment: [String: String] = [:]
  ) -> Answer {
    let recorded = RecordedConsole()
    let variables = ["REGISTRY_DIR": registry].merging(environment) { $1 }
    let code = Program(
      table: .all, console: recorded.console(stop: stop), environment: { variables[$0] }
    ).run(words)
    return Answer(
      code: code, output: plain(recorded.output), errors: plain(recorded.errors))
  }

  var registry: String { directory.file("registry") }
  var artifacts: String { directory.file("artifacts") }

  /// Registers sample artifacts as versions, in this order, a minute ago: what is changed now is
  /// changed later.
  func register(_ versions: String...) throws {
    try SampleArtifacts.write(in: directory)
    let writer = ModelRegistry(at: registry, fileSystem: PosixFileSystem()) {
      Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch - 60)
    }
    for version in versions {
      try writer.register(ArtifactDirectory(artifacts), as: ModelVersion(version), by: "ana")
    }
  }

  /// Flips a byte of a registered file.
  func damage(_ name: String) throws {
    let path = "registry/" + name
    let text = try directory.read(path)
    chmod(directory.file(path), 0o644)
    let handle = FileHandle(forWritingAtPath: directory.file(path))
    try handle?.write(contentsOf: Data([text.utf8.first == 0x7B ? 0x20 : 0x23]))
    try handle?.close()
  }

  private func plain(_ text: String) -> String {
    text.replacing(directory.path, with: "DIR")
      .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "YYYY-MM-DDThh:mm:ssZ")
      .replacing(/[0-9a-f]{64}/, with: "DIGEST")
  }
}
