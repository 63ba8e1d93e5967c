import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `Verifying` {
  let directory: TemporaryDirectory
  let registry: ModelRegistry

  init() throws {
    directory = try TemporaryDirectory()
    registry = ModelRegistry(at: directory.file("registry"))
    try SampleArtifacts.write(in: directory)
    try directory.write("{}", to: "artifacts/monitoring_baseline/feature_profile.json")
    for text in ["v1.0.0", "v1.1.0"] {
      try SampleArtifacts.write(in: directory, model: "model of \(text)")
      let version = try ModelVersion(text)
      try registry.register(
        ArtifactDirectory(directory.file("artifacts")), as: version, by: "ana", notes: text)
      try registry.promote(version, by: "ana", reason: "why")
    }
    try registry.rollback(by: "ben", reason: "alarm")
  }

  /// Whether a damage was found: as a finding, or because nothing could be read at all.
  private func isFound() -> Bool { (try? registry.verify().isClean) != true }

  private func file(_ name: String) -> String { directory.file("registry/" + name) }

  /// Every file that matters: the lock holds nothing, and fingerprints only save time.
  private var files: [String] {
    directory.contents().keys.filter {
      var isDirectory: ObjCBool = false
      let path = directory.file($0)
      return $0.hasPrefix("registry/") && !$0.hasSuffix("/lock") && !$0.contains("/fingerprints/")
        && FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        && !isDirectory.boolValue
    }.sorted()
  }

  @Test func `finds nothing where nothing is wrong, and counts what it looked at`() throws {
    let result = try registry.verify()
    #expect(result.findings == [])
    #expect(result.versionCount == 2)
    // Two versions of five files and a manifest each, an alias file, the history.
    #expect(result.fileCount == 2 * 6 + 2)
    #expect(result.byteCount > 0)
    #expect(try registry.verify(quick: true).isClean)
  }

  @Test func `finds every flipped bit in every file`() throws {
    var generator = SplitMix(state: 11)
    var flips = 0
    for name in files {
      let path = directory.file(name)
      chmod(path, 0o644)
      defer { chmod(path, name.contains("/v1.") ? 0o444 : 0o644) }
      let intact = try #require(FileManager.default.contents(atPath: path))
      for index in intact.indices where Int.random(in: 0..<9, using: &generator) == 0 {
        var damaged = intact
        damaged[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &generator))
        try damaged.write(to: URL(fileURLWithPath: path))
        #expect(isFound(), "\(name) at byte \(index)")
        flips += 1
      }
      try intact.write(to: URL(fileURLWithPath: path))
    }
    #expect(flips > 500)
    for name in files where name.contains("/v1.") { chmod(directory.file(name), 0o444) }
    #expect(try registry.verify().findings == [])
  }

  @Test func `finds every file that was cut, grown, removed, or replaced by a link or directory`()
    throws
  {
    for name in files where !name.hasSuffix("/format.json") {
      let path = directory.file(name)
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
      chmod(parent, 0o755)
      chmod(path, 0o644)
      let intact = try #require(FileManager.default.contents(atPath: path))
      func check(_ what: String, _ damage: () throws -> Void) throws {
        try damage()
        #expect(isFound(), "\(name) \(what)")
        try? FileManager.default.removeItem(atPath: path)
        try intact.write(to: URL(fileURLWithPath: path))
      }
      let url = URL(fileURLWithPath: path)
      try check("grown") { try (intact + Data([0x20])).write(to: url) }
      if !name.hasSuffix("journal.jsonl") {
        // A journal that was cut is one that was before.
        try check("cut") { try intact.dropLast().write(to: url) }
        try check("removed") { try FileManager.default.removeItem(atPath: path) }
      }
      try check("a link") {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
      }
      try check("a directory") {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
    }
  }

  @Test func `finds an added file, swapped files, and a mode that lets a file change`() throws {
    func findings() throws -> [RegistryError] { try registry.verify().findings }
    chmod(file("v1.0.0"), 0o755)
    #expect(
      try findings() == [
        .wrongMode(path: file("v1.0.0"), expected: 0o555, found: 0o755)
      ])
    let added = try directory.write("x", to: "registry/v1.0.0/extra.txt")
    #expect(try findings().contains(.damagedFile(path: added, .notRegistered)))
    try FileManager.default.removeItem(atPath: added)
    let (one, other) = (file("v1.0.0/model.joblib"), file("v1.1.0/model.joblib"))
    chmod(file("v1.1.0"), 0o755)
    try FileManager.default.moveItem(atPath: one, toPath: one + ".tmp")
    try FileManager.default.moveItem(atPath: other, toPath: one)
    try FileManager.default.moveItem(atPath: one + ".tmp", toPath: other)
    let swapped = try findings()
    #expect(swapped.contains(.damagedFile(path: one, .content)))
    #expect(swapped.contains(.damagedFile(path: other, .content)))
  }

  @Test func `finds a line of the history that was edited, dropped, swapped or put in`() throws {
    let name = "registry/.registry/journal.jsonl"
    let lines = try directory.read(name).split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    var histories: [[String]] = []
    for index in lines.indices {
      var edited = lines
      edited[index] = edited[index].replacingOccurrences(of: "\"ana\"", with: "\"eve\"")
        .replacingOccurrences(of: "\"ben\"", with: "\"eve\"")
      histories.append(edited)
      var inserted = lines
      inserted.insert(lines[index], at: index)
      histories.append(inserted)
      if index < lines.count - 1 {
        // Without the last line it is a history that was before: the next writer adds the line.
        var dropped = lines
        dropped.remove(at: index)
        histories.append(dropped)
        var swapped = lines
        swapped.swapAt(index, index + 1)
        histories.append(swapped)
      }
    }
    for history in histories {
      try directory.write(history.joined(separator: "\n") + "\n", to: name)
      #expect(isFound())
    }
  }

  @Test func `takes the beginning of a missing line for what a crash leaves`() throws {
    let name = "registry/.registry/journal.jsonl"
    let text = try directory.read(name)
    for count in stride(from: 1, to: 200, by: 7) {
      try directory.write(String(text.dropLast(count)), to: name)
      #expect(try registry.verify().findings == [], "cut by \(count) bytes")
    }
  }

  @Test func `looks at one version when one is named`() throws {
    chmod(file("v1.0.0/model.joblib"), 0o644)
    try directory.write("damaged", to: "registry/v1.0.0/model.joblib")
    #expect(try registry.verify(ModelVersion("v1.1.0")).isClean)
    #expect(try !registry.verify(ModelVersion("v1.0.0")).isClean)
    #expect(throws: RegistryError.self) { try registry.verify(ModelVersion("v9.0.0")) }
  }

  @Test func `finds an alias to a version that is not there`() throws {
    chmod(file("v1.1.0"), 0o755)
    try FileManager.default.removeItem(atPath: file("v1.0.0"))
    #expect(
      try registry.verify().findings.contains(
        .danglingAlias(path: file("champion.json"), version: ModelVersion("v1.0.0"))))
  }

  @Test func `finds a version that is gone, or a link in its place, though no alias means it`()
    throws
  {
    let path = file("v1.1.0")
    chmod(path, 0o755)
    try FileManager.default.moveItem(atPath: path, toPath: directory.file("elsewhere"))
    #expect(try registry.verify().findings == [.damagedFile(path: path, .missing)])
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: directory.file("elsewhere"))
    #expect(try registry.verify().findings == [.damagedFile(path: path, .notADirectory)])
  }

  @Test func `names a manifest that was sealed anew, not the history`() throws {
    let other = ModelRegistry(at: directory.file("other"))
    let version = try ModelVersion("v1.1.0")
    try SampleArtifacts.write(in: directory, model: "evil bytes!")
    try other.register(ArtifactDirectory(directory.file("artifacts")), as: version, by: "eve")
    for name in ["v1.1.0/manifest.json", "v1.1.0/model.joblib"] {
      chmod(file(name), 0o644)
      try directory.write(directory.read("other/" + name), to: "registry/" + name)
      chmod(file(name), 0o444)
    }
    let finding = RegistryError.manifestNotInHistory(path: file("v1.1.0/manifest.json"))
    #expect(try registry.verify().findings == [finding])
    #expect(try registry.verify(version).findings == [finding])
  }

  @Test func `finds nothing wrong while aliases are set and versions registered`() throws {
    let registry = registry
    let artifacts = try ArtifactDirectory(directory.file("artifacts"))
    let versions = try (2..<12).map { try ModelVersion("v1.\($0).0") }
    let writer = Thread {
      for version in versions {
        _ = try? registry.register(artifacts, as: version, by: "ana")
        _ = try? registry.promote(version, by: "ana")
      }
    }
    writer.start()
    while !writer.isFinished { #expect(try registry.verify().findings == []) }
    #expect(try registry.verify().findings == [])
    #expect(try registry.versions().count == 12)
  }

  @Test func `writes nothing`() throws {
    let before = directory.contents()
    _ = try registry.verify()
    #expect(directory.contents() == before)
  }
}
