import Registry

extension Command {
  static let lock = Command(
    "lock", in: .promoteAndResolve, summary: "print what pins a version and all of its bytes",
    discussion: """
      Hashes every file of the version that the reference means (an alias, a version or a range; \
      champion, when none is given) and prints its number, the digest of its manifest and the \
      digest of each file, as JSON. Kept in a file beside the code that serves, \
      'registry resolve --locked FILE' and 'registry predict --locked FILE' then load exactly that \
      version, and refuse it when a byte of it is another.
      """,
    arguments: [.reference], options: [.version] + Option.place,
    exitCodes: [.notFound, .integrityFailure, .refused, .newerFormat],
    examples: [
      Example("registry lock champion > model.lock", "pins what is champion now")
    ]
  ) { invocation, console in
    let reference = try invocation.referenceIfGiven() ?? .alias(.champion)
    let registry = try invocation.registry()
    console.warn(ofYankOf: try registry.resolve(reference, verifies: false))
    try console.write(registry.lock(reference).json)
    return .done
  }
}

extension Option {
  /// A version that was pinned by `registry lock`, in place of a reference.
  static let locked = Option.value(
    "--locked", "FILE", .file, help: "exactly the version that 'registry lock' wrote to FILE")
}

extension Invocation {
  /// The version that `--locked` pins, or `nil` when it was not given.
  ///
  /// - Throws: ``UsageError`` when a reference was named beside it.
  func lockedModel(in registry: ModelRegistry, verifies: Bool = true) throws -> ResolvedModel? {
    guard let path = string(ifGiven: .locked) else { return nil }
    for (isGiven, name) in [
      (argument(ifGiven: .reference) != nil, Argument.reference.name),
      (options[Option.version.name] != nil, Option.version.name),
      (options["--at"] != nil, "--at"),
    ] where isGiven {
      throw failure(.conflictingOptions(name, Option.locked.name))
    }
    return try registry.resolve(locked: ModelLock(path: path), verifies: verifies)
  }
}
