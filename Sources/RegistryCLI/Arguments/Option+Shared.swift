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

  /// Which version; also by position.
  static let version = Option.value(
    "--version", short: "v", "VERSION", .version, help: "the version, also without the name: v1.2.0"
  )

  /// Which alias.
  static let alias = Option.value(
    "--alias", "NAME", help: "the alias", default: .value("champion"))

  /// Who is acting, for the records.
  static let actor = Option.value(
    "--actor", "NAME", help: "who is acting, for the records",
    default: .described("the user of this process"))

  /// Why, for the records.
  static let reason = Option.value("--reason", "TEXT", help: "why, for the records")

  /// What the alias must mean now.
  static let expect = Option.value(
    "--expect", "VERSION", .version,
    help: "only if the alias means this version now, or 'unset'; exits 4 otherwise")

  /// Where training puts its files and register takes them from.
  static let artifacts = Option.value(
    "--artifacts", short: "a", "DIR", .directory, help: "what training wrote",
    default: .value("artifacts"))

  /// Why a rule for version numbers may be broken.
  static let allowIncompatible = Option.value(
    "--allow-incompatible", "REASON", help: "go on although callers may break; kept on record")

  /// Refuse what is otherwise warned of; see ``Invocation/checkPlace(_:environment:)``.
  static let strict = Option.flag(
    "--strict",
    help: "refuse a registry that other users can change (also: REGISTRY_STRICT=1)")

  /// For every command that opens a registry; read them with ``Invocation/registry()``.
  static let place: [Option] = [.registry, .model, .strict]

  /// What may also stand before the command's name.
  static let beforeCommand: [Option] = place + [.json]
}

extension Argument {
  /// A registered version; also as `--version`.
  static let version = Argument(
    "VERSION", .version, help: "the version, such as v1.2.0", isOptional: true)

  /// What `MODEL_VERSION` can say.
  static let reference = Argument(
    "VERSION", .version, help: "an alias, a version, or a range such as ^1.2", isOptional: true)
}
