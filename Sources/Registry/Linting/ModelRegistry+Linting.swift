extension ModelRegistry {
  /// Looks for what contradicts itself, and for what a person should look at, in a version.
  ///
  /// - Parameter reference: An alias, a version or a range; not `.development`.
  /// - Returns: What was found, at the severity that the registry's `policy.json` gives it.
  /// - Throws: What ``resolve(_:verifies:)`` throws, the integrity error of a file that is not as it
  ///   was registered, or ``RegistryError/invalidPolicy(path:field:expected:)``.
  /// - Complexity: Signature, metadata and metrics are read, and a model that is one `.onnx` file of
  ///   at most 256 MiB, where the registry has an inspector; and the predictions on held-out rows.
  public func lint(_ reference: ModelReference) throws(RegistryError) -> LintReport {
    // Whoever looks may see what is withdrawn, and why.
    let model = try resolve(reference, verifies: false, refusesYanked: false)
    let registry = try openToRead()
    // Never nil: only development files have no version, and they are in no registry.
    guard let number = model.version else { throw .noVersionNamed(registry: path) }
    let policy = try LintPolicy(registry.policy())
    let version = try VersionDirectory(number, in: registry)
    return LintReport(
      try LintSubject(version, inspector: inspector).findings, policy: policy)
  }

  /// Looks for the same in what training left, as `register` does.
  ///
  /// - Parameters:
  ///   - artifacts: The model, its metadata, signature and metrics.
  ///   - version: The number that they are to get; `nil` when that is not known yet.
  /// - Returns: What was found. The registry need not exist: then no policy weighs it.
  /// - Throws: The error of a file that cannot be read, or
  ///   ``RegistryError/invalidPolicy(path:field:expected:)``.
  public func lint(
    _ artifacts: ArtifactDirectory, as version: ModelVersion? = nil
  ) throws(RegistryError) -> LintReport {
    let policy = try lintPolicyIfThere()
    let subject = try LintSubject(
      artifacts, as: version, inspector: inspector, fileSystem: fileSystem)
    return LintReport(subject.findings, policy: policy)
  }

  private func lintPolicyIfThere() throws(RegistryError) -> LintPolicy {
    do { return try LintPolicy(openToRead().policy()) } catch {
      if case .noRegistry = error { return LintPolicy() }
      throw error
    }
  }

  /// What lint says of a version in the making.
  ///
  /// - Throws: ``RegistryError/refusedByLint(path:_:)``.
  func lint(
    _ staged: StagedVersion, of artifacts: ArtifactDirectory, objects: [ArtifactKind: JSONObject],
    as version: ModelVersion, in registry: RegistryDirectory
  ) throws(RegistryError) -> LintReport {
    let policy = try LintPolicy(registry.policy())
    let subject = try LintSubject(
      artifacts, objects: objects, as: version, inspector: inspector, modelIn: staged.directory,
      isStored: true)
    let report = LintReport(subject.findings, policy: policy)
    guard !report.isRefused else { throw .refusedByLint(path: artifacts.path, report) }
    return report
  }
}
