import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// Text that others wrote is stored as given and printed so that it cannot steer a terminal.
@Suite struct `Hostile text` {
  static let texts = [
    "\u{1B}[2J\u{1B}]0;title\u{07}", "\u{9B}31mred", "back\u{8}\u{8}\u{8}\u{8}", "over\rwritten",
    "x\nv9.9.9  champion  2026-01-15T10:30:00Z  forged", "\u{202E}desrever\u{2066}",
    "zero\u{200B}width",
    "del\u{7F}", "nul\u{0}", "sep\u{2028}\u{2029}", "tab\tbed", "\u{FEFF}bom", "\u{E0041}tag",
  ]

  /// Whether nothing but what may be seen, and line breaks, is in a text.
  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  @Test(arguments: texts)
  func `is stored as given and printed escaped, a row a record`(text: String) throws {
    let place = try Workplace()
    try SampleArtifacts.write(in: place.directory)
    let words = ["--actor", text, "--artifacts", place.artifacts]
    #expect(place.run(["register", "v1.0.0", "--notes", text] + words).code == .done)
    #expect(
      place.run("promote", "v1.0.0", "--actor", text, "--reason", text).code == .done)
    let manifest = try ModelRegistry(at: place.registry).manifest(of: ModelVersion("v1.0.0"))
    #expect(Array(manifest.notes.utf8) == Array(text.utf8))
    #expect(Array(manifest.registeredBy.utf8) == Array(text.utf8))
    for command in [
      ["list"], ["show", "champion"], ["history"], ["verify"], ["resolve", "champion"],
    ] {
      let answer = place.run(command)
      #expect(answer.code == .done)
      #expect(isHarmless(answer.output + answer.errors), "\(command)")
      let rows = answer.output.split(separator: "\n")
      #expect(!rows.contains { $0.hasPrefix("v9.9.9") }, "\(command)")
    }
    #expect(place.run("history").output.split(separator: "\n").count == 3)
    for command in [["list", "--json"], ["show", "champion", "--json"], ["history", "--json"]] {
      let answer = place.run(command)
      #expect(answer.json != nil, "\(command)")
      #expect(answer.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(command)")
    }
  }

  @Test(arguments: texts)
  func `in what is not found or damaged is escaped in messages`(text: String) throws {
    let place = try Workplace()
    try place.register("v1.0.0")
    let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    for command in [
      ["resolve", text], ["promote", text], ["show", text], ["verify", text], ["register", text],
      ["history", text], ["promote", "v1.0.0", "--alias", text], ["list", "--model", text],
      ["list", "--registry", place.directory.path + "/" + text], [text],
    ] {
      let answer = place.run(command)
      #expect(answer.code != .done, "\(command)")
      #expect(isHarmless(answer.output + answer.errors), "\(command)")
    }
    // A row of the lock, an alias file and the name of a file.
    try place.directory.write("{\"version\": \(quoted)}", to: "registry/champion.json")
    chmod(place.directory.file("registry/v1.0.0"), 0o755)
    if !text.contains("\u{0}") {
      try place.directory.write("x", to: "registry/v1.0.0/\(text)")
    }
    for command in [["resolve", "champion"], ["verify"], ["list"], ["resolve", "v1.0.0"]] {
      let answer = place.run(command)
      #expect(isHarmless(answer.output + answer.errors), "\(command)")
    }
  }

  /// Who holds the lock is what the holder wrote there.
  @Test(arguments: texts)
  func `in the lock is escaped`(text: String) throws {
    let error = RegistryError.busy(path: "lock", holder: text, waitedSeconds: 0)
    let recorded = RecordedConsole()
    #expect(recorded.console().report(error) == .busy)
    #expect(isHarmless(recorded.errors))
  }
}

@Suite struct `Hostile names on the command line` {
  @Test func `change nothing, wherever they are given`() throws {
    let place = try Workplace()
    try place.register("v1.0.0")
    try ModelRegistry(at: place.registry).promote(ModelVersion("v1.0.0"), by: "ana")
    let before = place.directory.contents()
    for name in HostileNames.all + [""] {
      for words in [
        ["register", "--artifacts", place.artifacts, "--version", name],
        ["promote", "--version", name], ["promote", "--version", "v1.0.0", "--alias", name],
        ["rollback", "--version", name], ["rollback", "--alias", name],
        ["resolve", "--version", name], ["show", "--version", name], ["verify", "--version", name],
      ] {
        // An empty reference is the development model, which is not there.
        let code = place.run(words).code
        #expect(code == .usage || (name.isEmpty && code != .done), "\(words)")
      }
      let model = place.run("register", "v1.0.0", "--artifacts", place.artifacts, "--model", name)
      #expect(model.code == .usage || (try? ModelName(name)) != nil, "\(name)")
      if model.code == .done {
        chmod(place.directory.file("\(name)/v1.0.0"), 0o755)
        try FileManager.default.removeItem(atPath: place.directory.file(name))
      }
    }
    #expect(place.directory.contents() == before)
  }
}
