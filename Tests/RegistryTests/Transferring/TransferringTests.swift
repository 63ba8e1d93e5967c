import Foundation
import TestSupport
import Testing

@testable import Registry

@Suite struct `A copy of a registry` {
  let sample: SampleRegistry

  init() throws {
    sample = try SampleRegistry("v1.0.0", "v1.1.0", "v1.2.0")
    let registry = sample.registry
    try registry.promote(ModelVersion("v1.0.0"), by: "ana", reason: "first")
    try registry.promote(ModelVersion("v1.1.0"), by: "ana", reason: "better")
    try registry.promote(ModelVersion("v1.0.0"), to: AliasName("staging"), by: "ben")
    try registry.yank(ModelVersion("v1.2.0"), by: "ana", reason: "wrong data")
    // A model that is a directory, with a path that only an extended header can hold.
    try FileManager.default.removeItem(atPath: sample.directory.file("artifacts/model_v1.joblib"))
    let long = String(repeating: "sehr-langer-name-ü/", count: 12)
    try sample.directory.write("weights", to: "artifacts/model_v1/\(long)weights.bin")
    try FileManager.default.createDirectory(
      atPath: sample.directory.file("artifacts/model_v1/empty"), withIntermediateDirectories: true)
    try sample.register("v2.0.0")
  }

  enum Form: String, CaseIterable { case directory = "copy", archive = "copy.tar" }

  private func export(_ form: Form) throws -> String {
    let path = sample.directory.file(form.rawValue)
    switch form {
    case .directory: try sample.registry.export(toDirectory: path)
    case .archive: try sample.registry.export(toArchive: path)
    }
    return path
  }

  private func target(_ name: String = "target") -> ModelRegistry {
    ModelRegistry(at: sample.directory.file(name))
  }

  /// Modes and contents of everything that is part of a copy.
  private func tree(_ name: String, directories: Bool = true) throws -> [String: String] {
    let root = sample.directory.file(name)
    var tree: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let left = [".registry/lock", ".registry/staging", ".registry/fingerprints"]
      guard !left.contains(where: path.hasPrefix) else {
        continue
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
      guard directories || attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      let mode = String(attributes[.posixPermissions] as? Int ?? 0, radix: 8)
      tree[path] =
        mode
        + (FileManager.default.contents(atPath: root + "/" + path) ?? Data()).base64EncodedString()
    }
    return tree
  }

  /// What is beside the registry, leftovers among it.
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sample.directory.path).sorted()
  }

  @Test(arguments: Form.allCases)
  func `is the same registry, down to modes and the head of the history`(form: Form) throws {
    let path = try export(form)
    let verification = try target().importCopy(from: path)
    #expect(verification.versionCount == 4 && verification.isClean)
    #expect(try tree("target") == tree("registry"))
    #expect(try target().historyHead() == sample.registry.historyHead())
    #expect(try target().history() == sample.registry.history())
    #expect(try target().versions() == sample.registry.versions())
    // And it is one that can be gone on with.
    try target().rollback(by: "ana")
    #expect(try target().verify().findings == [])
    #expect(try target().examine(repairing: true).isHealthy)
  }

  @Test func `is a registry itself when it is a directory`() throws {
    let copy = ModelRegistry(at: try export(.directory))
    #expect(try copy.verify().isClean)
    #expect(try tree("copy") == tree("registry"))
  }

  @Test func `lacks the torn end of a history`() throws {
    let before = try sample.registry.historyHead()
    try sample.writeJournal(sample.journal(), end: "\n{\"sequence\": 99")
    for form in Form.allCases {
      try target(form.rawValue + "2").importCopy(from: export(form))
      #expect(try target(form.rawValue + "2").historyHead() == before)
    }
  }

  @Test(arguments: Form.allCases)
  func `takes nobody's place`(form: Form) throws {
    try sample.directory.write("mine", to: form == .archive ? "copy.tar" : "copy/file")
    let before = sample.directory.contents()
    #expect(throws: RegistryError.fileInTheWay(path: sample.directory.file(form.rawValue))) {
      try export(form)
    }
    #expect(sample.directory.contents() == before)
  }

  @Test func `goes into an empty directory, and into no other`() throws {
    let path = try export(.archive)
    try FileManager.default.createDirectory(
      atPath: sample.directory.file("target"), withIntermediateDirectories: true)
    try target().importCopy(from: path)
    let before = try names()
    for name in ["target", "registry", "artifacts", "copy.tar"] {
      #expect(throws: RegistryError.fileInTheWay(path: sample.directory.file(name))) {
        try target(name).importCopy(from: path)
      }
    }
    #expect(try names() == before)
  }

  @Test func `is not made of a damaged registry, and leaves nothing`() throws {
    chmod(sample.file("v1.0.0/model.joblib"), 0o644)
    try sample.directory.write("model bytez", to: "registry/v1.0.0/model.joblib")
    let before = try names()
    for form in Form.allCases {
      #expect(throws: RegistryError.damagedFile(path: sample.file("v1.0.0/model.joblib"), .content))
      {
        try export(form)
      }
    }
    #expect(try names() == before)
  }

  @Test func `is refused when a byte of it is another, and nothing is left`() throws {
    let path = try export(.archive)
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let before = try names()
    var refused = 0
    for offset in stride(from: 0, to: bytes.count, by: 733) {
      var damaged = bytes
      damaged[offset] ^= 0x01
      do {
        _ = try target().importArchive(MemorySource(damaged), path: "x.tar")
        // Padding means nothing, and no digest knows of directories; every file is the same.
        #expect(
          try tree("target", directories: false) == tree("registry", directories: false),
          "byte \(offset)")
        try remove("target")
      } catch { refused += 1 }
      #expect(try names() == before, "byte \(offset)")
    }
    #expect(refused > 20)
  }

  private func remove(_ name: String) throws {
    let root = sample.directory.file(name)
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      chmod(root + "/" + path, 0o755)
    }
    try FileManager.default.removeItem(atPath: root)
  }

  @Test func `is refused when it is cut short, wherever`() throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: export(.archive))))
    let end = try #require(bytes.lastIndex { $0 != 0 })
    let before = try names()
    for count in stride(from: 0, through: end + 1, by: 1999) {
      #expect(throws: RegistryError.damagedArchive(path: "x.tar", .truncated)) {
        try target().importArchive(MemorySource(Array(bytes[..<count])), path: "x.tar")
      }
    }
    #expect(try names() == before)
  }

  @Test func `reads nothing as a registry that is none`() throws {
    try sample.directory.write("hello", to: "other/readme.txt")
    #expect(throws: RegistryError.noRegistry(path: sample.directory.file("other"))) {
      try target().importCopy(from: sample.directory.file("other"))
    }
    #expect(throws: RegistryError.self) {
      try target().importCopy(from: sample.directory.file("other/readme.txt"))
    }
    #expect(throws: RegistryError.noSuchFile(path: sample.directory.file("none"))) {
      try target().importCopy(from: sample.directory.file("none"))
    }
    #expect(try !names().contains { $0.hasPrefix(".target") || $0 == "target" })
  }
}
