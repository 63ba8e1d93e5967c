/// What `stat(2)` said of everything in a version when its files were hashed and found right.
///
/// As long as it says the same, nothing was changed: a change of bytes, a name, a mode or a time
/// sets the change time (`ctime`), which no program can set back. A copied or restored registry has
/// other inodes and times: its files are hashed.
struct Fingerprint: Equatable {
  /// A file or directory of the version.
  struct Entry: Equatable {
    /// Below the version's directory; `.` is that directory itself.
    let path: String
    let state: FileState
  }

  /// The digest of the version's manifest.
  let manifestDigest: SHA256Digest
  /// The directories, which stand for the names in them, and the files, the manifest among them.
  let entries: [Entry]

  /// Whether nothing in the version changed at `time` or later.
  ///
  /// A clock ticks in steps of milliseconds. What was changed in the step in which it was looked at
  /// could be changed once more in it and keep its times; that is why git does not trust such
  /// entries of its index either.
  func isOlder(than time: Int64) -> Bool { entries.allSatisfy { $0.state.changed < time } }

  /// The name of the model's file or directory; `nil` unless there is exactly one.
  var modelName: String? {
    let model = ArtifactKind.model.storedName
    var found: Substring.UTF8View?
    for entry in entries where entry.path.utf8.starts(with: model.utf8) {
      let name = entry.path.utf8.prefix { $0 != UInt8(ascii: "/") }
      let extensionMark = name.dropFirst(model.utf8.count).first
      guard extensionMark == nil || extensionMark == UInt8(ascii: ".") else { continue }
      if let found, !found.elementsEqual(name) { return nil }
      found = name
    }
    return found.map { String(Substring($0)) }
  }
}

/// The part of a file's status that shows whether it is the same and unchanged.
struct FileState: Equatable {
  let isDirectory: Bool
  let inode: UInt64
  let byteCount: Int64
  /// When its content changed, in nanoseconds since 1970.
  let modified: Int64
  /// When anything of it changed, in nanoseconds since 1970.
  let changed: Int64
}

extension FileState {
  /// `nil` for what is neither a regular file nor a directory.
  init?(_ status: FileStatus) {
    guard status.kind == .regular || status.kind == .directory else { return nil }
    isDirectory = status.kind == .directory
    inode = status.inode
    byteCount = status.byteCount
    modified = status.modifiedNanoseconds
    changed = status.changedNanoseconds
  }
}
