import Registry

extension Command {
  static let quickstart = Command(
    "quickstart", in: .trainAndRegister, summary: "see the whole path once, on real data",
    discussion: """
      Trains a model on the Breast Cancer Wisconsin (Diagnostic) data, which is part of this \
      program, registers it, promotes it, resolves 'champion' and scores rows with it. Each step is \
      a command that is printed first, as you could type it, and then run. Nothing is touched \
      outside the directory, and REGISTRY_DIR is not looked at. Run again in the same directory, \
      it registers the next version.
      """,
    options: [.directory, .json],
    exitCodes: [.notFound, .alreadyExists],
    examples: [Example("registry quickstart --directory demo", "leaves everything in demo/")]
  ) { invocation, console in
    let place =
      try invocation.string(ifGiven: .directory)
      ?? WorkingDirectory.makeTemporary(named: "registry-quickstart")
    let directory = try WorkingDirectory.enter(place)
    let isForPeople = !invocation.flag(.json)
    let quickstart = Quickstart(
      table: invocation.table, console: isForPeople ? console : console.withoutOutput)
    let version = try quickstart.run(in: directory)
    if !isForPeople { try console.write(json(directory: directory, version: version)) }
    return .done
  }

  private static func json(directory: String, version: ModelVersion) -> JSONValue {
    .object([
      "directory": .string(directory),
      "version": .string(version.description),
      "data": .string("\(directory)/\(Quickstart.dataName)"),
      "artifacts": .string("\(directory)/artifacts"),
      "registry": .string("\(directory)/\(ModelRegistry.defaultPath)"),
    ])
  }
}

extension Option {
  fileprivate static let directory = Option.value(
    "--directory", "DIR", .directory, help: "where to work",
    default: .described("a new temporary directory"))
}
