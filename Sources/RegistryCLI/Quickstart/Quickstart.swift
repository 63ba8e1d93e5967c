import Registry

/// The steps of `registry quickstart`: commands that are shown, and run as they are shown.
struct Quickstart {
  static let dataName = "breast-cancer.csv"
  static let rowsName = "rows.csv"

  let table: CommandTable
  let console: Console

  /// Takes every step in the working directory, whose absolute path is `directory`.
  ///
  /// - Returns: The version that was registered.
  func run(in directory: String) throws -> ModelVersion {
    try writeData()
    try console.writeLine(
      "\(Self.dataName): 569 tumours, 30 measurements of cell nuclei each, and the diagnosis\n")
    try step([
      "train", "--data", Self.dataName, "--target", "diagnosis", "--positive", "malignant",
    ])
    let version = try nextVersion()
    try step(["register", "--version", version.description, "--notes", "from the quickstart"])
    try step(["promote", "--version", version.description, "--reason", "first look"])
    try step(["list"])
    try step(["resolve", "champion"])
    try step(["predict", "champion", "--input", Self.rowsName])
    try console.write(whereItIs(directory))
    return version
  }

  private func writeData() throws(RegistryError) {
    let csv = BreastCancerData.csv.description
    try write(csv, to: Self.dataName)
    let lines = csv.split(separator: "\n")
    let rows = [1, 20, 101, 300, 569].map { lines[$0] }
    try write(([lines[0]] + rows).joined(separator: "\n") + "\n", to: Self.rowsName)
  }

  private func write(_ text: String, to path: String) throws(RegistryError) {
    if let present = try contents(path) {
      guard present == Array(text.utf8) else { throw .fileInTheWay(path: path) }
      return
    }
    try OutputFile.write(Array(text.utf8), to: path)
  }

  /// What is in a file; `nil` when it does not exist.
  private func contents(_ path: String) throws(RegistryError) -> [UInt8]? {
    do {
      let file = try FileSource(path: path)
      var bytes: [UInt8] = []
      while try file.read(upTo: 1 << 20, into: &bytes) > 0 {}
      return bytes
    } catch {
      guard case .noSuchFile = error else { throw error }
      return nil
    }
  }

  /// v1.0.0, or the next number when something is registered here.
  private func nextVersion() throws(RegistryError) -> ModelVersion {
    let artifacts = try ArtifactDirectory("artifacts")
    return try ModelRegistry(at: ModelRegistry.defaultPath).nextVersion(for: artifacts).version
  }

  /// Shows a command line and runs it, without the variables of the environment: they mean other
  /// registries.
  private func step(_ words: [String]) throws {
    try console.writeLine("$ registry " + words.map(quotedForShell).joined(separator: " "))
    let command = try table.command(named: words[0])
    let invocation = try InvocationParser.parse(
      Array(words.dropFirst()), command: command, table: table, environment: { _ in nil })
    _ = try command.run(invocation, console)
    try console.writeLine()
  }

  private func whereItIs(_ directory: String) -> String {
    var text = "Everything is in \(directory.escapedForTerminal). To go on from here:\n"
    text += "  cd \(quotedForShell(directory))\n"
    if let program = WorkingDirectory.program {
      text += "  export PATH=\(quotedForShell(PathText.split(program).directory)):$PATH\n"
    }
    return text + """
        registry show champion
        registry help

      """
  }
}
