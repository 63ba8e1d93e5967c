internal import Glibc
internal import Registry

/// What running programs see of a simulated disk, and what a power cut would leave of it.
struct DiskState: Sendable {
  struct Opened: Sendable {
    let inode: Int
    var offset = 0
  }

  private(set) var visible: DiskTree
  private(set) var durable: DiskTree
  /// What is visible and not durable, oldest first.
  private(set) var pending: [DiskEffect] = []
  /// Every moment between two changes; `nil` when they are not kept.
  var moments: [DiskMoment] = []
  var opened: [Int32: Opened] = [:]
  /// Which descriptor holds the lock of an inode.
  var locks: [Int: Int32] = [:]
  private var nextInode: Int
  private var nextDescriptor: Int32 = 3

  init(_ tree: DiskTree) {
    visible = tree
    durable = tree
    nextInode = (tree.inodes.keys.max() ?? 0) + 1
  }

  // MARK: Changing

  mutating func record(_ change: DiskEffect.Change) {
    let effect = DiskEffect(change: change)
    effect.apply(to: &visible)
    pending.append(effect)
    keepMoment()
  }

  private mutating func keepMoment() {
    if !moments.isEmpty { moments.append(DiskMoment(durable: durable, pending: pending)) }
  }

  mutating func sync(_ inode: Int) {
    var rest: [DiskEffect] = []
    for effect in pending {
      guard case .names(let names) = effect.change else {
        if effect.isFlushed(by: inode) { effect.apply(to: &durable) } else { rest.append(effect) }
        continue
      }
      DiskEffect(change: .names(names.filter { $0.directory == inode })).apply(to: &durable)
      let unsynced = names.filter { $0.directory != inode }
      if !unsynced.isEmpty { rest.append(DiskEffect(change: .names(unsynced))) }
    }
    pending = rest
    keepMoment()
  }

  /// Makes an empty file or directory; its inode needs no name to be durable.
  @discardableResult
  mutating func add(
    _ name: String, in parent: Int, isDirectory: Bool, mode: UInt32
  ) throws(Errno) -> Int {
    try checkWritable(parent)
    let number = nextInode
    nextInode += 1
    let inode = DiskTree.Inode(isDirectory: isDirectory, mode: mode)
    visible.inodes[number] = inode
    durable.inodes[number] = inode
    record(.names([DiskEffect.Name(directory: parent, name: name, inode: number)]))
    return number
  }

  mutating func rename(
    _ name: String, in parent: Int, to newName: String, in target: Int
  ) throws(Errno) {
    let moved = try lookUp(name, in: parent)
    try checkWritable(parent)
    try checkWritable(target)
    // The parent's number stands in a directory: moving it writes into it.
    if visible.inodes[moved]?.isDirectory == true, parent != target { try checkWritable(moved) }
    record(
      .names([
        DiskEffect.Name(directory: parent, name: name, inode: nil),
        DiskEffect.Name(directory: target, name: newName, inode: moved),
      ]))
  }

  mutating func remove(_ name: String, in parent: Int, isDirectory: Bool) throws(Errno) {
    let inode = try lookUp(name, in: parent)
    try checkWritable(parent)
    guard visible.inodes[inode]?.isDirectory == isDirectory else {
      throw Errno(code: isDirectory ? ENOTDIR : EISDIR)
    }
    guard visible.inodes[inode]?.entries.isEmpty == true else { throw Errno(code: ENOTEMPTY) }
    record(.names([DiskEffect.Name(directory: parent, name: name, inode: nil)]))
  }

  mutating func write(_ descriptor: Int32, _ bytes: [UInt8]) throws(Errno) -> Int {
    guard let opened = opened[descriptor] else { throw Errno(code: EBADF) }
    record(.write(inode: opened.inode, offset: opened.offset, bytes: bytes))
    self.opened[descriptor]?.offset += bytes.count
    return bytes.count
  }

  // MARK: Looking

  mutating func read(_ descriptor: Int32, count: Int) throws(Errno) -> [UInt8] {
    guard let opened = opened[descriptor], let inode = visible.inodes[opened.inode] else {
      throw Errno(code: EBADF)
    }
    guard !inode.isDirectory else { throw Errno(code: EISDIR) }
    let part = Array(inode.bytes.dropFirst(opened.offset).prefix(count))
    self.opened[descriptor]?.offset += part.count
    return part
  }

  mutating func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    let inode = try openedInode(name, in: directory, flags: flags, mode: mode)
    guard let status = visible.inodes[inode] else { throw Errno(code: ENOENT) }
    if flags & O_DIRECTORY != 0, !status.isDirectory { throw Errno(code: ENOTDIR) }
    nextDescriptor += 1
    opened[nextDescriptor] = Opened(inode: inode)
    return nextDescriptor
  }

  private mutating func openedInode(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int {
    guard directory != AT_FDCWD else {
      var inode = DiskTree.root
      for part in name.split(separator: "/") where part != "." {
        inode = try lookUp(String(part), in: inode)
      }
      return inode
    }
    let parent = try inode(directory)
    guard let found = visible.inodes[parent]?.entries[name] else {
      guard flags & O_CREAT != 0 else { throw Errno(code: ENOENT) }
      return try add(name, in: parent, isDirectory: false, mode: mode)
    }
    if flags & (O_CREAT | O_EXCL) == O_CREAT | O_EXCL { throw Errno(code: EEXIST) }
    if flags & O_ACCMODE != O_RDONLY { try checkWritable(found) }
    if flags & O_ACCMODE != O_WRONLY, (visible.inodes[found]?.mode ?? 0) & 0o400 == 0 {
      throw Errno(code: EACCES)
    }
    return found
  }

  func inode(_ descriptor: Int32) throws(Errno) -> Int {
    guard let opened = opened[descriptor] else { throw Errno(code: EBADF) }
    return opened.inode
  }

  func lookUp(_ name: String, in parent: Int) throws(Errno) -> Int {
    guard let directory = visible.inodes[parent], directory.isDirectory else {
      throw Errno(code: ENOTDIR)
    }
    guard let inode = directory.entries[name] else { throw Errno(code: ENOENT) }
    return inode
  }

  func status(_ number: Int) -> FileStatus {
    let inode = visible.inodes[number]
    return FileStatus(
      kind: inode?.isDirectory == true ? .directory : .regular,
      byteCount: Int64(inode?.bytes.count ?? 0), mode: inode?.mode ?? 0, device: 1,
      inode: UInt64(number))
  }

  private func checkWritable(_ inode: Int) throws(Errno) {
    guard let mode = visible.inodes[inode]?.mode, mode & 0o200 != 0 else {
      throw Errno(code: EACCES)
    }
  }
}
