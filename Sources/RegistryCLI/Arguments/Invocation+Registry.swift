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
    ModelRegistry(at: path, hasher: ProcessorSHA256.self)
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
