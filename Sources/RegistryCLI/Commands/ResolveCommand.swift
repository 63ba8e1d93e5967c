import Registry

extension Command {
  static let resolve = Command(
    "resolve", in: .promoteAndResolve, summary: "print where the model is that a reference means",
    discussion: """
      The reference is an alias (champion), a version (v1.2.0) or a range (^1.2, ~1.2.0, latest); \
      without one it is MODEL_VERSION, and when that is unset or empty the development files in \
      artifacts/. Every file of the version is hashed first, unless its fingerprint shows that \
      nothing changed since that was done. What does not resolve is an error: \
      nothing ever falls back to another model. With --at, an alias is what it meant at that \
      moment; with --locked, it is the version that 'registry lock' pinned, to the last byte.

        --print directory  the version's directory
        --print model      the model file
        --print env        lines for a shell to eval: export MODEL_VERSION=…, …
        --print json       all of it; the same as --json
      """,
    arguments: [.reference],
    options: [.version, .at, .locked, .print, .noVerify] + Option.place + [.json],
    environment: .modelReference,
    exitCodes: [.notFound, .integrityFailure, .refused, .newerFormat],
    examples: [
      Example("registry resolve champion --print model", "prints the path of the champion's model"),
      Example(
        "registry resolve champion --at 2026-01-10T00:00:00Z", "prints what was champion then"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let verifies = !invocation.flag(.noVerify)
    let model =
      try invocation.lockedModel(in: registry, verifies: verifies)
      ?? ResolvedModel.resolve(
        invocation.referenceAtMoment(in: registry), in: registry, verifies: verifies)
    console.warn(ofYankOf: model)
    let form = invocation.flag(.json) ? "json" : try invocation.string(.print)
    switch form {
    case "model": try console.writeLine(model.modelPath)
    case "env": try console.write(model.environmentLines(of: registry))
    case "json": try console.write(model.json)
    default: try console.writeLine(model.directory)
    }
    return .done
  }
}

extension Option {
  fileprivate static let print = Option.value(
    "--print", "WHAT", .oneOf(["directory", "model", "env", "json"]), help: "what to print",
    default: .value("directory"))
  fileprivate static let noVerify = Option.flag(
    "--no-verify", help: "check seals and sizes, but do not hash the files")
  fileprivate static let at = Option.value(
    "--at", "TIME", help: "what the alias meant then: 2026-01-10T00:00:00Z")
}

extension Invocation {
  /// The reference that was named; with `--at`, the version that the alias meant then.
  fileprivate func referenceAtMoment(in registry: ModelRegistry) throws -> ModelReference? {
    let reference = try referenceIfGiven()
    guard let value = given(.at) else { return reference }
    guard let moment = Timestamp(value.text) else {
      throw failure(
        .invalidValue(
          value.text, name: Option.at.name, expected: "a moment such as 2026-01-10T00:00:00Z"))
    }
    guard case .alias(let alias)? = reference else { throw failure(.missingArgument("ALIAS")) }
    return .exact(try registry.version(of: alias, at: moment))
  }
}

extension Console {
  /// Whoever asks for a yanked version by its number gets it, and hears why not to use it.
  func warn(ofYankOf model: ResolvedModel) {
    guard let yank = model.yank else { return }
    let error = RegistryError.yanked(yank.version, by: yank.actor, reason: yank.reason)
    warning(error.message)
  }
}

extension ResolvedModel {
  private var facts: [(name: String, value: String)] {
    [
      ("MODEL_VERSION", version?.description ?? ""),
      ("MODEL_PATH", modelPath),
      ("METADATA_PATH", metadataPath),
      ("SIGNATURE_PATH", signaturePath),
    ]
  }

  fileprivate func environmentLines(of registry: ModelRegistry) -> String {
    let place = version == nil ? [] : [(name: "REGISTRY_DIR", value: registry.path)]
    return (facts + place).map { "export \($0.name)=\(quotedForShell($0.value))\n" }.joined()
  }

  fileprivate var json: JSONValue {
    .object([
      "reference": .string(reference.description),
      "version": .optional(version?.description),
      "yanked": .bool(yank != nil),
      "directory": .string(directory),
      "model_path": .string(modelPath),
      "metadata_path": .string(metadataPath),
      "signature_path": .string(signaturePath),
      "manifest_sha256": .optional(manifestDigest?.description),
    ])
  }
}

/// Text in single quotes, as every POSIX shell reads it.
func quotedForShell(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    ($0 >= 0x30 && $0 <= 0x39) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a)
      || "/._-+:@%".utf8.contains($0)
  }
  if isPlain && !text.isEmpty { return text }
  let escaped = text.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''")
  return "'\(escaped)'"
}
