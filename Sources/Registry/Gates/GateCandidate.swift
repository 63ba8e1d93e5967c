/// A model that wants to be champion: a registered version, or what training left and would become one.
struct GateCandidate {
  let evidence: GateEvidence
  /// Who registered it, or would.
  let registrant: String
  /// What lint looks at, which few gates ask for.
  let lintSubject: () throws(RegistryError) -> LintSubject

  /// A registered version.
  ///
  /// - Throws: The error that keeps its records from being read.
  init(_ directory: VersionDirectory, inspector: ModelInspector?) throws(RegistryError) {
    evidence = try GateEvidence(directory)
    registrant = directory.manifest.registeredBy
    lintSubject = { () throws(RegistryError) in
      try LintSubject(directory, inspector: inspector)
    }
  }

  /// What training left, as the version that it would become.
  ///
  /// - Throws: The error that names what is wrong with the artifacts.
  init(
    _ artifacts: ArtifactDirectory, as version: ModelVersion, by actor: String,
    inspector: ModelInspector?, fileSystem: any FileSystem
  ) throws(RegistryError) {
    lintSubject = { () throws(RegistryError) in
      try LintSubject(artifacts, as: version, inspector: inspector, fileSystem: fileSystem)
    }
    let files = try LintSubject(artifacts, as: version, inspector: nil, fileSystem: fileSystem)
    evidence = try GateEvidence(
      artifacts, as: version, metrics: files.metrics, metadata: files.metadata)
    registrant = actor
  }
}
