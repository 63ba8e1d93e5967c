extension Invocation {
  /// The directory of the registry that the command works on; needs ``Option/place``.
  ///
  /// `--model NAME` wins over `REGISTRY_DIR`, because it was typed for this one command.
  ///
  /// - Throws: ``UsageError`` when both `--registry` and `--model` were typed, or the model's name is
  ///   not one plain directory name.
  func registryDirectory() throws(UsageError) -> String {
    guard let model = string(ifGiven: .model) else { return try string(.registry) }
    if options[Option.registry.name]?.last?.source == .commandLine {
      throw failure(.conflictingOptions(Option.registry.name, Option.model.name))
    }
    guard isPlainName(model) else {
      throw failure(
        .invalidValue(
          model, name: Option.model.name,
          expected: "a name without '/' or a leading dot, as in models/NAME"))
    }
    return "models/\(model)"
  }

  private func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/"))
  }
}
