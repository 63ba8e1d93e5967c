/// A change that running programs see and that a power cut may undo.
struct DiskEffect: Sendable {
  enum Change: Sendable {
    case write(inode: Int, offset: Int, bytes: [UInt8])
    case truncate(inode: Int, count: Int)
    case mode(inode: Int, mode: UInt32)
    /// Names that are set or removed together, as a rename does: all of them or none.
    case names([Name])
  }

  /// What a name in a directory stands for from now on; `nil` when it is removed.
  struct Name: Sendable {
    let directory: Int
    let name: String
    let inode: Int?
  }

  var change: Change

  /// Part of a write, when the power goes while it is under way.
  enum Tear: CaseIterable, Sendable { case whole, half, zeros, halfThenZeros }

  func apply(to tree: inout DiskTree, _ tear: Tear = .whole) {
    switch change {
    case .write(let inode, let offset, let bytes):
      let half = Array(bytes.prefix(bytes.count / 2))
      let zeros = [UInt8](repeating: 0, count: bytes.count)
      switch tear {
      case .whole: tree.write(bytes, to: inode, at: offset)
      case .half: tree.write(half, to: inode, at: offset)
      case .zeros: tree.write(zeros, to: inode, at: offset)
      case .halfThenZeros:
        tree.write(half + zeros.dropFirst(half.count), to: inode, at: offset)
      }
    case .truncate(let inode, let count): tree.truncate(inode, to: count)
    case .mode(let inode, let mode): tree.inodes[inode]?.mode = mode
    case .names(let names):
      for name in names { tree.inodes[name.directory]?.entries[name.name] = name.inode }
    }
  }

  var isWrite: Bool { if case .write = change { true } else { false } }

  /// Whether `fsync` of this inode brings the change to the disk; a name belongs to its directory.
  func isFlushed(by inode: Int) -> Bool {
    switch change {
    case .write(inode, _, _), .truncate(inode, _), .mode(inode, _): true
    default: false
    }
  }
}
