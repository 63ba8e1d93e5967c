extension Directory {
  /// Removes a directory of this one and all that is in it.
  func removeTree(_ name: String, depth: Int = 1) throws(RegistryError) {
    try directory(name).removeContents(depth: depth)
    try remove(name, isDirectory: true)
  }

  /// Removes all that is in this directory.
  ///
  /// - Throws: ``RegistryError/directoryTooDeep(path:limit:)`` for what is nested deeper than anything
  ///   that is registered, or a file error.
  func removeContents(depth: Int = 0) throws(RegistryError) {
    let limit = StagedVersion.maximumDepth + 2
    guard depth <= limit else { throw .directoryTooDeep(path: path, limit: limit) }
    // Sealed directories are not writable; their owner may change that.
    try file.changeMode(to: 0o755)
    for entry in try entries() {
      if try status(of: entry.name)?.kind == .directory {
        try removeTree(entry.name, depth: depth + 1)
      } else {
        try remove(entry.name)
      }
    }
  }
}
