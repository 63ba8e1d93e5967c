extension Option {
  /// Every command has it without listing it.
  static let help = Option.flag("--help", short: "h", help: "show this help")

  /// For commands that have an answer for programs.
  static let json = Option.flag(
    "--json", help: "print the answer as JSON; errors stay text on standard error")

  /// The registry directory.
  static let registry = Option.value(
    "--registry", short: "r", "DIR", .directory, help: "the registry directory",
    default: .value("models/registry"), environment: "REGISTRY_DIR")

  /// A named model beside the default one.
  static let model = Option.value(
    "--model", "NAME", help: "use the registry of a named model: models/NAME")

  /// For every command that opens a registry; read them with ``Invocation/registryDirectory()``.
  static let place: [Option] = [.registry, .model]

  /// What may also stand before the command's name.
  static let beforeCommand: [Option] = place + [.json]
}
