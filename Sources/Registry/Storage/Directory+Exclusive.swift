extension Directory {
  /// Gives a file or directory of this one a name that is free.
  ///
  /// Where the file system has no exclusive rename, a file that gets the name between the look and
  /// the rename is replaced; a directory with something in it never is.
  ///
  /// - Throws: ``RegistryError/fileInTheWay(path:)`` when the name is taken.
  func renameExclusively(_ name: String, to newName: String) throws(RegistryError) {
    do {
      try fileSystem.renameExclusively(
        name, in: file.descriptor, to: newName, in: file.descriptor)
    } catch {
      if error.meansTaken { throw .fileInTheWay(path: pathOf(newName)) }
      guard error.meansUnsupported else { throw failure("renameat2", newName, error) }
      guard try status(of: newName) == nil else { throw .fileInTheWay(path: pathOf(newName)) }
      try rename(name, to: newName, in: self)
    }
  }
}
