extension ArtifactDirectory {
  /// One file that training hands over.
  package struct NewFile {
    package let name: String
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - name: The path below the directory, with at most one `/`.
    ///   - bytes: The content.
    package init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Replaces what an earlier training left in a directory.
  ///
  /// Everything is written and synced beside its place first. Then the metadata, without which
  /// nothing can be registered, goes first and comes back last: a crash in between leaves a
  /// directory that `register` refuses, never a model with the metadata of another. Optional files
  /// of an earlier training that are not among `files` go too, and so do all its plots.
  ///
  /// - Parameters:
  ///   - files: All files, the metadata among them.
  ///   - path: The directory, which is made if it is missing.
  /// - Throws: ``RegistryError/ambiguousModel(directory:names:)`` when the directory holds the model
  ///   of another program, or a file error.
  package static func write(_ files: [NewFile], to path: String) throws(RegistryError) {
    let directory = try Directory.openOrMake(path, fileSystem: PosixFileSystem())
    let names = Set(files.map(\.name))
    try refuseOtherModel(in: directory, than: names)
    let staging = directory.temporaryName(".training")
    try directory.makeDirectory(staging)
    do {
      try stage(files, in: directory.directory(staging))
      try removeStale(in: directory, keeping: names)
      try publish(files, from: directory.directory(staging), in: directory)
      try directory.remove(staging, isDirectory: true)
    } catch {
      try? directory.removeTree(staging)
      throw error
    }
  }

  /// Refuses a directory that holds the model of another program; one that is missing is made.
  ///
  /// - Throws: As ``write(_:to:)``.
  package static func check(_ files: [NewFile], for path: String) throws(RegistryError) {
    let directory = try Directory.openOrMake(path, fileSystem: PosixFileSystem())
    try refuseOtherModel(in: directory, than: Set(files.map(\.name)))
  }

  private static func refuseOtherModel(
    in directory: Directory, than names: Set<String>
  ) throws(RegistryError) {
    let base = ArtifactKind.model.sourceName
    let models = try directory.entries().map(\.name).filter {
      $0 == base || $0.hasPrefix(base + ".")
    }
    guard models.allSatisfy(names.contains) else {
      let ours = names.filter { $0.hasPrefix(base + ".") }
      throw .ambiguousModel(directory: directory.path, names: Set(models + ours).sorted())
    }
  }

  private static func stage(_ files: [NewFile], in staging: Directory) throws(RegistryError) {
    for (index, file) in files.enumerated() {
      let staged = try staging.newFile(String(index))
      try staged.write(file.bytes)
      try staged.sync()
      try staged.close()
    }
  }

  private static func removeStale(
    in directory: Directory, keeping names: Set<String>
  ) throws(RegistryError) {
    let always: Set<ArtifactKind> = [.metadata, .reportPlots]
    for kind in ArtifactKind.allCases where !kind.isRequired || always.contains(kind) {
      let name = kind.sourceName
      let isRewritten = names.contains { $0 == name || $0.hasPrefix(name + "/") }
      guard !isRewritten || always.contains(kind), let status = try directory.status(of: name)
      else { continue }
      if status.kind == .directory {
        try directory.removeTree(name)
      } else {
        try directory.remove(name)
      }
    }
    try directory.file.sync()
  }

  private static func publish(
    _ files: [NewFile], from staging: Directory, in directory: Directory
  ) throws(RegistryError) {
    let metadata = ArtifactKind.metadata.sourceName
    let order = files.indices.sorted { files[$1].name == metadata && files[$0].name != metadata }
    for index in order {
      if files[index].name == metadata { try directory.file.sync() }
      let (parent, name) = PathText.split(files[index].name)
      let target = parent == "." ? directory : try directory.directoryOrMake(parent)
      try staging.rename(String(index), to: name, in: target)
      if parent != "." { try target.file.sync() }
    }
    try directory.file.sync()
  }
}
