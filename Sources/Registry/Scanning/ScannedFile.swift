/// A file that was looked into.
public struct ScannedFile: Sendable, Equatable {
  /// The path, below the directory that was named where one was.
  public let path: String
  /// What was found.
  public let report: ScanReport

  /// The first finding, with the file.
  package var firstLine: String {
    report.findings.first.map { "'\(path)' \($0.line)" } ?? "'\(path)'"
  }

  /// Looks into a file, or into every file below a directory.
  ///
  /// - Parameter path: What to look at; links to files are followed, links to directories refused.
  /// - Returns: The files, in the order of their paths.
  /// - Throws: ``RegistryError/noSuchFile(path:)``, ``RegistryError/notARegularFile(path:)``,
  ///   ``RegistryError/directoryTooDeep(path:limit:)``, ``RegistryError/fileTooLarge(path:limit:)`` for more
  ///   than 4 GiB, or another file error.
  public static func all(at path: String) throws(RegistryError) -> [ScannedFile] {
    var files: [ScannedFile] = []
    var waiting = [(path: path, depth: 0)]
    while let next = waiting.popLast() {
      let source = try FileSource(regularFile: next.path)
      guard try source.isDirectory() else {
        let bytes = try source.readAll(limit: ContentScanner.maximumBytes)
        let report = ScanReport(scanning: bytes, named: next.path)
        files.append(ScannedFile(path: next.path, report: report))
        continue
      }
      guard next.depth < StagedVersion.maximumDepth else {
        throw .directoryTooDeep(path: next.path, limit: StagedVersion.maximumDepth)
      }
      waiting += try names(in: next.path).reversed().map {
        (PathText.join(next.path, $0), next.depth + 1)
      }
    }
    return files
  }

  private static func names(in path: String) throws(RegistryError) -> [String] {
    let directory = try Directory.open(path, fileSystem: PosixFileSystem())
    return try directory.entries().map { (entry) throws(RegistryError) in
      guard entry.isUTF8 else {
        throw .unusableFileName(directory: path, name: entry.name)
      }
      let isLink = try directory.status(of: entry.name)?.kind == .symbolicLink
      // Two links that lead to each other's directories never end.
      if isLink, try FileSource(regularFile: directory.pathOf(entry.name)).isDirectory() {
        throw .notARegularFile(path: directory.pathOf(entry.name))
      }
      return entry.name
    }
  }
}

extension FileSource {
  /// All bytes to the end.
  fileprivate func readAll(limit: Int) throws(RegistryError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(upTo: 1 << 20, into: &bytes) > 0 {
      guard bytes.count <= limit else { throw .fileTooLarge(path: path, limit: limit) }
    }
    return bytes
  }
}
