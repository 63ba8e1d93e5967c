internal import Glibc
package import Registry
internal import Synchronization

/// A disk in memory that knows what a power cut would leave, by the rules of POSIX and no others:
///
/// - the bytes, size and mode of a file are durable when that file was synced;
/// - a name is durable when its directory was synced: a rename across directories keeps its new name
///   once the target was, and may show the old one again until the source was;
/// - of everything else any part may be there, in any order, and a write may be torn.
///
/// A rename is undone as a whole or not at all, until one of its directories is synced. Permissions
/// hold as for a user who is not root. Paths are absolute.
///
/// A class because a file system is shared by everything that opens files on it.
package final class SimulatedDisk: FileSystem {
  let state: Mutex<DiskState>

  package init(_ tree: DiskTree = DiskTree()) { state = Mutex(DiskState(tree)) }

  /// What running programs see.
  package var tree: DiskTree { state.withLock { $0.visible.reachable } }

  /// Makes everything durable, as after a long quiet time, and begins to keep moments.
  package func settle() {
    state.withLock { state in
      state = DiskState(state.visible.reachable)
      state.moments = [DiskMoment(durable: state.durable, pending: [])]
    }
  }

  /// The process ends: its descriptors close, its locks go; what it wrote stays to be seen.
  package func endProcess() {
    state.withLock { state in
      state.opened = [:]
      state.locks = [:]
    }
  }

  /// Begins to keep moments, from what is there now, flushed or not.
  package func keepMoments() {
    state.withLock { state in
      state.moments = [DiskMoment(durable: state.durable, pending: state.pending)]
    }
  }

  /// One for each change since ``settle()`` or ``keepMoments()``, in order.
  package var moments: [DiskMoment] { state.withLock { $0.moments } }

  package func open(
    _ name: String, in directory: Int32, flags: Int32, mode: UInt32
  ) throws(Errno) -> Int32 {
    try withState { (state) throws(Errno) in
      try state.open(name, in: directory, flags: flags, mode: mode)
    }
  }

  package func close(_ descriptor: Int32) throws(Errno) {
    try withState { (state) throws(Errno) in
      guard let closed = state.opened.removeValue(forKey: descriptor) else {
        throw Errno(code: EBADF)
      }
      if state.locks[closed.inode] == descriptor { state.locks[closed.inode] = nil }
    }
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    // Copied out first: a pointer does not go into the lock.
    let part = try withState { (state) throws(Errno) in
      try state.read(descriptor, count: buffer.count)
    }
    buffer.copyBytes(from: part)
    return part.count
  }

  package func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    let bytes = Array(bytes)
    return try withState { (state) throws(Errno) in try state.write(descriptor, bytes) }
  }

  package func sync(_ descriptor: Int32) throws(Errno) {
    try withState { (state) throws(Errno) in state.sync(try state.inode(descriptor)) }
  }

  package func status(_ descriptor: Int32) throws(Errno) -> FileStatus {
    try withState { (state) throws(Errno) in state.status(try state.inode(descriptor)) }
  }

  package func status(of name: String, in directory: Int32) throws(Errno) -> FileStatus {
    try withState { (state) throws(Errno) in
      state.status(try state.lookUp(name, in: try state.inode(directory)))
    }
  }

  package func entries(_ descriptor: Int32) throws(Errno) -> [DirectoryEntry] {
    try withState { (state) throws(Errno) in
      let inode = try state.inode(descriptor)
      let names = state.visible.inodes[inode]?.entries.keys.sorted() ?? []
      return names.map { DirectoryEntry(name: $0, isUTF8: true) }
    }
  }

  package func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try withState { (state) throws(Errno) in
      let parent = try state.inode(directory)
      guard state.visible.inodes[parent]?.entries[name] == nil else { throw Errno(code: EEXIST) }
      try state.add(name, in: parent, isDirectory: true, mode: mode)
    }
  }

  package func rename(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try withState { (state) throws(Errno) in
      try state.rename(
        name, in: state.inode(directory), to: newName, in: state.inode(newDirectory))
    }
  }

  package func renameExclusively(
    _ name: String, in directory: Int32, to newName: String, in newDirectory: Int32
  ) throws(Errno) {
    try withState { (state) throws(Errno) in
      let target = try state.inode(newDirectory)
      guard state.visible.inodes[target]?.entries[newName] == nil else {
        throw Errno(code: EEXIST)
      }
      try state.rename(name, in: state.inode(directory), to: newName, in: target)
    }
  }

  package func remove(_ name: String, in directory: Int32, isDirectory: Bool) throws(Errno) {
    try withState { (state) throws(Errno) in
      try state.remove(name, in: state.inode(directory), isDirectory: isDirectory)
    }
  }

  package func changeMode(_ descriptor: Int32, to mode: UInt32) throws(Errno) {
    try withState { (state) throws(Errno) in
      state.record(.mode(inode: try state.inode(descriptor), mode: mode))
    }
  }

  package func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    try withState { (state) throws(Errno) in
      let inode = try state.inode(descriptor)
      let holder = state.locks[inode]
      guard holder == nil || holder == descriptor else { throw Errno(code: EWOULDBLOCK) }
      state.locks[inode] = descriptor
    }
  }

  package func truncate(_ descriptor: Int32, to byteCount: Int64) throws(Errno) {
    try withState { (state) throws(Errno) in
      let inode = try state.inode(descriptor)
      guard state.visible.inodes[inode]?.bytes.count != Int(byteCount) else { return }
      state.record(.truncate(inode: inode, count: Int(byteCount)))
    }
  }

  package func seek(_ descriptor: Int32, to offset: Int64) throws(Errno) {
    try withState { (state) throws(Errno) in
      _ = try state.inode(descriptor)
      state.opened[descriptor]?.offset = Int(offset)
    }
  }

  private func withState<Answer: Sendable>(
    _ body: (inout DiskState) throws(Errno) -> sending Answer
  ) throws(Errno) -> Answer {
    try state.withLock(body)
  }
}
