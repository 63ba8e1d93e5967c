extension RunStore {
  /// Writes a run, which appears whole or not at all; when this returns, it is on the disk.
  ///
  /// - Parameters:
  ///   - run: What it was and what came out: `run.json`.
  ///   - files: What it leaves to be registered; none where no model came out.
  /// - Throws: ``RegistryError/fileInTheWay(path:)`` when the run was written before, or a file error.
  package func write(
    _ run: RunRecord, files: [ArtifactDirectory.NewFile] = []
  ) throws(RegistryError) {
    let record = ArtifactDirectory.NewFile(
      RunRecord.fileName, JSONValue.object(run.fields).indentedText)
    var directory = try NewDirectory(
      self.directory(of: run.id), mayBeEmpty: false, fileSystem: fileSystem)
    do {
      try directory.add(files + [record])
      try directory.seal()
      try directory.finish()
    } catch {
      directory.discard()
      throw error
    }
  }
}

extension NewDirectory {
  fileprivate mutating func add(_ files: [ArtifactDirectory.NewFile]) throws(RegistryError) {
    var made: Set = ["."]
    for file in files {
      let parent = PathText.split(file.name).directory
      if made.insert(parent).inserted { try addDirectory(parent, isSealed: false) }
      try beginFile(file.name, byteCount: file.bytes.count, isSealed: false)
      try write(file.bytes)
      try endFile()
    }
  }
}
