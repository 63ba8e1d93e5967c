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
