internal import Registry

/// The parts of a LightGBM file: lines of text, in a head and trees.
struct LightGBMFile {
  let head: LightGBMSection
  let trees: [LightGBMSection]
  /// What follows `pandas_categorical:` and `[categorical_feature:`, as it stands there; `nil` when there
  /// is none.
  let pandasCategories: [UInt8]?
  let categoricalFeatures: [UInt8]?

  /// - Throws: ``LearnerError/brokenModel(_:reason:)``.
  /// - Complexity: O(bytes).
  init(_ file: [UInt8]) throws(LearnerError) {
    // Numbers are read eight bytes at a time.
    let bytes = file + [UInt8](repeating: 0, count: 8)
    var sections: [LightGBMSection] = []
    var starts: [Int] = []
    var lines: [Range<Int>] = []
    var start = 0
    while true {
      guard start < file.count else {
        throw .brokenLightGBM("it ends before the line 'end of trees'")
      }
      let end = bytes[start..<file.count].firstIndex(of: UInt8(ascii: "\n")) ?? file.count
      let line = bytes[start..<end]
      let isEnd = line.elementsEqual("end of trees".utf8)
      if isEnd || line.starts(with: "Tree=".utf8) {
        guard isEnd || line.elementsEqual("Tree=\(sections.count)".utf8) else {
          let found = shown(String(decoding: line, as: UTF8.self))
          throw .brokenLightGBM("'\(found)' stands where 'Tree=\(sections.count)' should")
        }
        let name = sections.isEmpty ? "the head" : "Tree=\(sections.count - 1)"
        sections.append(try LightGBMSection(name: name, bytes, lines: lines))
        starts.append(start)
        lines = []
      } else if !line.isEmpty {
        lines.append(start..<end)
      }
      start = end + 1
      if isEnd { break }
    }
    head = sections.removeFirst()
    trees = sections
    try Self.check(starts, head)
    let rest = file[min(start, file.count)...].split(separator: UInt8(ascii: "\n"))
    let hasParameters = rest.contains { $0.elementsEqual("parameters:".utf8) }
    guard !hasParameters || rest.contains(where: { $0.elementsEqual("end of parameters".utf8) })
    else { throw .brokenLightGBM("it ends before the line 'end of parameters'") }
    pandasCategories = Self.value("pandas_categorical:", in: rest)
    categoricalFeatures = Self.value("[categorical_feature:", in: rest)
  }

  /// Checks that trees are as long as the head says.
  private static func check(
    _ starts: [Int], _ head: LightGBMSection
  ) throws(LearnerError) {
    guard head.has("tree_sizes") else { return }
    let sizes = try head.whole("tree_sizes", count: starts.count - 1, in: 0...Int(Int32.max))
    for (tree, (start, end)) in zip(starts, starts.dropFirst()).enumerated()
    where end - start != sizes[tree] {
      throw .brokenLightGBM(
        "'Tree=\(tree)' has \(end - start) bytes, not \(sizes[tree]) as 'tree_sizes' says")
    }
  }

  /// What follows a key, in the last line that begins with it.
  private static func value(_ key: String, in lines: [ArraySlice<UInt8>]) -> [UInt8]? {
    lines.last { $0.starts(with: key.utf8) }.map { Array($0.dropFirst(key.utf8.count)) }
  }
}
