/// A file that appears whole, under its name, when it is finished: until then a reader sees what
/// was there before.
package struct OutputFile {
  private let directory: Directory
  private let name: String
  private let temporary: String
  private let file: OpenFile
  /// Whether nothing may have the name.
  private let isNew: Bool

  /// - Throws: ``RegistryError/notARegularFile(path:)`` when anything but a file has the name, or a
  ///   file error that names the path.
  package init(path: String) throws(RegistryError) {
    let (parent, name) = PathText.split(path)
    directory = try Directory.open(parent, fileSystem: PosixFileSystem())
    // The name of a device or of a link would be gone afterwards: think of /dev/null.
    if let status = try directory.status(of: name), status.kind != .regular {
      throw .notARegularFile(path: path)
    }
    self.name = name
    isNew = false
    temporary = directory.temporaryName("." + name)
    file = try directory.newFile(temporary)
  }

  /// A file that must not be there yet.
  ///
  /// - Throws: ``RegistryError/fileInTheWay(path:)``, or a file error that names the path.
  init(newPath path: String, fileSystem: any FileSystem) throws(RegistryError) {
    let (parent, name) = PathText.split(path)
    directory = try Directory.open(parent, fileSystem: fileSystem)
    guard try directory.status(of: name) == nil else { throw .fileInTheWay(path: path) }
    self.name = name
    isNew = true
    temporary = directory.temporaryName("." + name)
    file = try directory.newFile(temporary)
  }

  /// Writes a whole file, in place of what is there.
  ///
  /// - Throws: As ``init(path:)``.
  package static func write(_ bytes: [UInt8], to path: String) throws(RegistryError) {
    let file = try OutputFile(path: path)
    do throws(RegistryError) { try file.write(bytes) } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }

  package func write(_ bytes: [UInt8]) throws(RegistryError) { try file.write(bytes) }

  /// Gives the file its name.
  package func finish() throws(RegistryError) {
    do {
      try file.sync()
      try file.close()
      if isNew {
        try directory.renameExclusively(temporary, to: name)
      } else {
        try directory.rename(temporary, to: name, in: directory)
      }
    } catch {
      discard()
      throw error
    }
    try directory.file.sync()
  }

  /// Removes what was written.
  package func discard() { try? directory.remove(temporary) }
}
