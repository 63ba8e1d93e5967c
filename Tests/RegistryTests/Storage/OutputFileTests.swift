import Foundation
import Registry
import TestSupport
import Testing

@Suite struct `An output file` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private var names: [String] { directory.contents().keys.sorted() }

  @Test func `appears under its name when it is finished, not before`() throws {
    let file = try OutputFile(path: directory.file("scores.csv"))
    try file.write(Array("1\n".utf8))
    #expect(!names.contains("scores.csv"))
    try file.write(Array("2\n".utf8))
    try file.finish()
    #expect(names == ["scores.csv"])
    #expect(try directory.read("scores.csv") == "1\n2\n")
  }

  @Test func `leaves what was there when it is given up`() throws {
    try directory.write("old", to: "scores.csv")
    let file = try OutputFile(path: directory.file("scores.csv"))
    try file.write(Array("new".utf8))
    file.discard()
    #expect(names == ["scores.csv"])
    #expect(try directory.read("scores.csv") == "old")
  }

  @Test func `takes the place of what was there, whoever reads that still`() throws {
    try directory.write("old", to: "scores.csv")
    let reader = try #require(FileHandle(forReadingAtPath: directory.file("scores.csv")))
    let file = try OutputFile(path: directory.file("scores.csv"))
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try directory.read("scores.csv") == "new")
  }

  /// Renaming over `/dev/null` or `/dev/stdout` would break the machine for everyone.
  @Test(arguments: ["directory", "pipe", "link", "dangling"])
  func `never takes the place of anything but a file`(name: String) throws {
    try directory.write("kept", to: "directory/file")
    mkfifo(directory.file("pipe"), 0o644)
    symlink("directory/file", directory.file("link"))
    symlink("nowhere", directory.file("dangling"))
    let before = names
    #expect(throws: RegistryError.notARegularFile(path: directory.file(name))) {
      try OutputFile(path: directory.file(name))
    }
    #expect(names == before)
  }

  @Test func `needs its directory`() {
    #expect(throws: RegistryError.noSuchFile(path: directory.file("nowhere"))) {
      try OutputFile(path: directory.file("nowhere/scores.csv"))
    }
  }
}
