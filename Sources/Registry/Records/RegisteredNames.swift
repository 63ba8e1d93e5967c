/// What may lie in a version's directory: the files of its manifest, the manifest, and the directories
/// that lead to them.
struct RegisteredNames {
  private var files: Set<[UInt8]> = []
  private var directories: Set<[UInt8]> = []

  init(_ manifest: Manifest) {
    files.insert(Array(Manifest.fileName.utf8))
    for file in manifest.files {
      let path = Array(file.path.utf8)
      files.insert(path)
      for index in path.indices where path[index] == UInt8(ascii: "/") {
        directories.insert(Array(path[..<index]))
      }
    }
  }

  /// Whether a file or directory was registered at a path below the version's directory.
  func contains(_ path: String, isDirectory: Bool) -> Bool {
    (isDirectory ? directories : files).contains(Array(path.utf8))
  }
}

extension Manifest {
  /// What may lie in the version's directory.
  var registeredNames: RegisteredNames { RegisteredNames(self) }
}
