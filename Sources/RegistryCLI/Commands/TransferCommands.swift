import Learners
import Registry

extension Command {
  static let export = Command(
    "export", in: .maintain, summary: "copy the registry, or a version for another program",
    discussion: """
      PATH is a new directory, a new file whose name ends in .tar, or '-' for a tar archive on \
      standard output. Versions, aliases, policy.json and the history are copied as they are at one \
      moment, and every file of a version is compared with what was registered on the way. What is \
      at PATH already is never touched. 'registry import' makes a registry of the copy; 'tar' \
      reads and writes the same archives.

      With --format mlflow, one version (an alias, a version, a range) is copied to the new directory DIR, \
      with an MLmodel file beside it: mlflow.pyfunc.load_model(DIR).predict(data_frame) answers. The model \
      must be ONNX, with one input for each column.
      """,
    arguments: [.target], options: [.foreignFormat, .outputDirectory] + Option.place,
    exitCodes: [.notFound, .alreadyExists, .integrityFailure, .busy, .newerFormat],
    examples: [
      Example("registry export models.tar", "writes one file that holds everything"),
      Example("registry export - | gzip > models.tar.gz", "the same, compressed"),
      Example(
        "registry export champion --format mlflow --output served", "copies the champion for MLflow"
      ),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let path = try invocation.argument(.target)
    if invocation.string(ifGiven: .foreignFormat) != nil {
      let output = try invocation.string(.outputDirectory)
      try registry.export(ModelReference(path), toMLflow: output)
      console.note("exported \(path) to '\(output)'")
      return .done
    }
    if invocation.string(ifGiven: .outputDirectory) != nil {
      throw invocation.failure(.missingOption(Option.foreignFormat.name, placeholder: "FORMAT"))
    }
    if path == "-" {
      guard console.output.terminalWidth == nil else {
        throw invocation.failure(
          .invalidValue(
            path, name: "PATH",
            expected: "a file: standard output is a terminal, an archive is not text"))
      }
      try console.export(registry)
    } else if path.hasSuffix(".tar") {
      try registry.export(toArchive: path)
    } else if let ending = compressedEndings.first(where: path.hasSuffix) {
      throw invocation.failure(
        .invalidValue(
          path, name: "PATH",
          expected: "a directory, FILE.tar or '-', not \(ending): registry export - | gzip > FILE"))
    } else {
      try registry.export(toDirectory: path)
    }
    if path != "-" { console.note("exported '\(registry.path)' to '\(path)'") }
    return .done
  }

  static let importing = Command(
    "import", in: .maintain, summary: "make a registry from what 'registry export' wrote",
    discussion: """
      PATH is a directory or a tar archive, or '-' for an archive on standard input. Every byte is \
      verified, as 'registry verify' does it, before the registry appears under its name, whole. \
      The registry directory must not be there, or be empty. Links, absolute paths, paths that \
      lead up, paths that come twice, and archives that are cut short are refused.
      """,
    arguments: [.source], options: Option.place,
    exitCodes: [.notFound, .alreadyExists, .integrityFailure, .busy, .newerFormat],
    examples: [
      Example("registry import models.tar --registry models/copy", "makes models/copy of it")
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let path = try invocation.argument(.source)
    let result =
      path == "-"
      ? try registry.importArchive(FileSource.standardInput(), path: "standard input")
      : try registry.importCopy(from: path)
    let versions = counted(result.versionCount, "version")
    try console.writeLine(
      "imported \(versions) to '\(registry.path)': all as registered".escapedForTerminal)
    return .done
  }
}

/// What somebody types who expects a compressed archive, which this does not write.
private let compressedEndings = [".gz", ".tgz", ".zip", ".zst", ".xz", ".bz2"]

extension Argument {
  fileprivate static let target = Argument(
    "PATH", .file,
    help: "a new directory, a new FILE.tar, or '-' for standard output; with --format the version")
  fileprivate static let source = Argument(
    "PATH", .file, help: "a directory, a tar archive, or '-' for standard input")
}

extension Option {
  fileprivate static let foreignFormat = Option.value(
    "--format", "FORMAT", .oneOf(["mlflow"]), help: "copy one version as this program loads it")
  fileprivate static let outputDirectory = Option.value(
    "--output", short: "o", "DIR", .directory, help: "with --format: the new directory")
}

extension Console {
  /// Writes an archive to standard output.
  fileprivate func export(_ registry: ModelRegistry) throws {
    var failure: OutputError?
    do {
      try registry.export(archiveTo: { bytes throws(RegistryError) in
        do throws(OutputError) { try write(bytes) } catch {
          failure = error
          throw .fileCallFailed(call: "write", path: "standard output", errno: 0)
        }
      })
    } catch {
      // Its own error knows whether the reader has left.
      throw failure ?? error
    }
  }
}
