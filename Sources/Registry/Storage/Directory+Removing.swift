extension Directory {
  /// Removes a directory of this one and all that is in it.
  func removeTree(_ name: String) throws(RegistryError) {
    try directory(name).removeContents()
    try remove(name, isDirectory: true)
  }

  /// Removes all that is in this directory.
  func removeContents() throws(RegistryError) {
    // Sealed directories are not writable; their owner may change that.
    try file.changeMode(to: 0o755)
    for entry in try entries() {
      if try status(of: entry.name)?.kind == .directory {
        try removeTree(entry.name)
      } else {
        try remove(entry.name)
      }
    }
  }
}
