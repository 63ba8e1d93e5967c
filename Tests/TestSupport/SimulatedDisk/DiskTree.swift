/// The files of a simulated disk at one moment: everything below the inode of `/`.
package struct DiskTree: Hashable, Sendable {
  /// A file or a directory, whatever names it has.
  package struct Inode: Hashable, Sendable {
    package let isDirectory: Bool
    package var mode: UInt32
    package var bytes: [UInt8] = []
    /// The inodes by name; only for a directory.
    package var entries: [String: Int] = [:]
  }

  package static let root = 0
  package var inodes: [Int: Inode] = [root: Inode(isDirectory: true, mode: 0o755)]

  package init() {}

  /// Without the inodes that have no name: what is left of a disk after a restart.
  package var reachable: DiskTree {
    var found = DiskTree()
    found.inodes = [:]
    var open = [Self.root]
    while let number = open.popLast() {
      guard found.inodes[number] == nil, let inode = inodes[number] else { continue }
      found.inodes[number] = inode
      open += inode.entries.values
    }
    return found
  }

  mutating func write(_ bytes: [UInt8], to number: Int, at offset: Int) {
    guard var content = inodes[number]?.bytes else { return }
    let end = offset + bytes.count
    // A hole reads as zeros.
    if content.count < end { content += [UInt8](repeating: 0, count: end - content.count) }
    content.replaceSubrange(offset..<end, with: bytes)
    inodes[number]?.bytes = content
  }

  mutating func truncate(_ number: Int, to count: Int) {
    guard let content = inodes[number]?.bytes else { return }
    inodes[number]?.bytes =
      content.prefix(count) + [UInt8](repeating: 0, count: max(0, count - content.count))
  }
}
