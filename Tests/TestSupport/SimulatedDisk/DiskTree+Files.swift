extension DiskTree {
  /// Puts a file there, making its directories.
  package mutating func add(_ text: String, at path: String) {
    var parent = Self.root
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.removeLast()
    for part in parts {
      parent = inodes[parent]?.entries[part] ?? add(part, in: parent, isDirectory: true)
    }
    let file = add(name, in: parent, isDirectory: false)
    inodes[file]?.bytes = Array(text.utf8)
  }

  private mutating func add(_ name: String, in parent: Int, isDirectory: Bool) -> Int {
    let number = (inodes.keys.max() ?? 0) + 1
    inodes[number] = Inode(isDirectory: isDirectory, mode: isDirectory ? 0o755 : 0o644)
    inodes[parent]?.entries[name] = number
    return number
  }

  /// Changes the bytes of a file that is there.
  package mutating func edit(_ path: String, _ change: (inout [UInt8]) -> Void) {
    guard let number = place(path).flatMap({ inodes[$0.parent]?.entries[$0.name] }) else { return }
    if var bytes = inodes[number]?.bytes {
      change(&bytes)
      inodes[number]?.bytes = bytes
    }
  }

  /// Changes the mode of a file that is there.
  package mutating func changeMode(of path: String, to mode: UInt32) {
    guard let number = place(path).flatMap({ inodes[$0.parent]?.entries[$0.name] }) else { return }
    inodes[number]?.mode = mode
  }

  /// Gives what is there a second name in a directory that is there, as a power cut may in the
  /// middle of a rename.
  package mutating func link(_ path: String, at newPath: String) {
    guard let (parent, name) = place(path), let number = inodes[parent]?.entries[name],
      let (newParent, newName) = place(newPath)
    else { return }
    inodes[newParent]?.entries[newName] = number
  }

  /// Takes a name away, and all that is below it.
  package mutating func remove(_ path: String) {
    if let (parent, name) = place(path) { inodes[parent]?.entries[name] = nil }
  }

  private func place(_ path: String) -> (parent: Int, name: String)? {
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.removeLast()
    var parent = Self.root
    for part in parts {
      guard let inner = inodes[parent]?.entries[part] else { return nil }
      parent = inner
    }
    return (parent, name)
  }

  /// Every file and directory by its path, without what lies in directories called `hidden` and
  /// what stands in files called so.
  package func contents(hiding hidden: Set<String>) -> [String: Inode] {
    var contents: [String: Inode] = [:]
    func visit(_ number: Int, _ path: String, isHidden: Bool) {
      guard var inode = inodes[number] else { return }
      let entries = isHidden ? [:] : inode.entries
      inode.entries = [:]
      if isHidden { inode.bytes = [] }
      contents[path] = inode
      for (name, inner) in entries {
        visit(inner, path + "/" + name, isHidden: hidden.contains(name))
      }
    }
    visit(Self.root, "", isHidden: false)
    return contents
  }
}
