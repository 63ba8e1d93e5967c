import Learners
import Registry

extension Invocation {
  /// The registry that the command works on; needs ``Option/place``.
  ///
  /// `--model NAME` takes the place of the last component of `REGISTRY_DIR`, or of the default:
  /// `models/NAME`.
  ///
  /// - Throws: ``UsageError`` when both `--registry` and `--model` were typed;
  ///   ``RegistryError/invalidModelName(_:)``.
  func registry() throws -> ModelRegistry {
    let place = try value(.registry)
    guard let model = string(ifGiven: .model) else { return Self.registry(at: place.text) }
    if options[Option.registry.name]?.last?.source == .commandLine {
      throw failure(.conflictingOptions(Option.registry.name, Option.model.name))
    }
    return Self.registry(at: try ModelName(model).directory(beside: place.text))
  }

  private static func registry(at path: String) -> ModelRegistry {
    ModelRegistry(at: path, hasher: ProcessorSHA256.self, inspector: ModelPorts.inspect)
  }

  /// Warns of a registry that other users can change, or refuses it where that was asked for.
  ///
  /// - Throws: The first concern, with `--strict` or `REGISTRY_STRICT=1`.
  func checkPlace(_ console: Console, environment: (String) -> String?) throws {
    // A command without the option opens no registry; one that is named wrongly says so itself.
    guard command.option(spelled: Option.strict.name) != nil, let registry = try? registry() else {
      return
    }
    let isStrict = flag(.strict) || !["", "0"].contains(environment("REGISTRY_STRICT") ?? "")
    for concern in registry.placeConcerns() {
      if isStrict { throw concern }
      console.warning(concern.message + (concern.remedy.map { " (\($0))" } ?? ""))
    }
  }

  /// The version that was named, by position or with `--version`.
  ///
  /// - Throws: ``UsageError`` when both or none were given; ``RegistryError/invalidVersion(_:reason:)``.
  func version() throws -> ModelVersion {
    guard let version = try versionIfGiven() else { throw failure(.missingArgument("VERSION")) }
    return version
  }

  /// The version that was named, or `nil`.
  func versionIfGiven() throws -> ModelVersion? {
    try text(of: .version, or: .version).map { try ModelVersion($0) }
  }

  /// The reference that was named, by position or with `--version`, or `nil`.
  func referenceIfGiven() throws -> ModelReference? {
    try text(of: .reference, or: .version).map { try ModelReference($0) }
  }

  /// What the alias must mean now; `nil` when anything will do.
  func expectation() throws -> AliasExpectation? {
    try string(ifGiven: .expect).map { try AliasExpectation($0) }
  }

  /// What was given for an argument or for the option of the same meaning.
  private func text(of argument: Argument, or option: Option) throws(UsageError) -> String? {
    let (positional, named) = (self.argument(ifGiven: argument), string(ifGiven: option))
    if positional != nil && named != nil {
      throw failure(.conflictingOptions(argument.name, option.name))
    }
    return positional ?? named
  }
}
