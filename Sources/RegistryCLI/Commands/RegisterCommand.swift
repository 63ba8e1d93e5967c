import Learners
import Registry

extension Command {
  static let register = Command(
    "register", in: .trainAndRegister, summary: "copy trained artifacts, immutable, to a version",
    discussion: """
      Copies model, metadata, signature and metrics, and the optional files that are there, to \
      REGISTRY/VERSION/, hashes every file and seals the version. Afterwards it never changes: \
      registering it again is refused. The version appears whole or not at all.

      What lint finds is printed first (see 'registry lint'): errors refuse the version, warnings \
      do not, unless policy.json says so.

      The number must fit what changed since the highest release below it (docs/compatibility.md \
      has the rules): MAJOR where callers break, MINOR where something is new, PATCH for the rest; \
      below v1.0.0 MINOR where callers break and PATCH for the rest. 'registry next' says which number \
      is the smallest, --bump auto takes it. One that is too small is refused with exit code 8 and the \
      list of changes, unless --allow-incompatible says why; the manifest keeps the reason.

      The model and what --include names are looked into (see 'registry scan'): what is dangerous to \
      load is refused, unless --allow-unsafe says why, and the manifest keeps that reason, too.
      """,
    arguments: [.version],
    options: [
      .version, .bump, .allowIncompatible, .allowUnsafe, .artifacts, .run, .baseline, .notes,
      .include, .actor,
    ] + Option.place + [.json],
    exitCodes: [
      .notFound, .alreadyExists, .integrityFailure, .refused, .versionTooSmall, .busy,
      .newerFormat,
    ],
    examples: [
      Example("registry register --version v1.2.0 --notes 'more data'", "registers artifacts/"),
      Example("registry register --bump auto", "registers them as the smallest legal version"),
      Example("registry register --bump auto --run 4k9x2m", "registers what an earlier run left"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let artifacts = try invocation.artifactsOrRun()
    let version = try invocation.newVersion(of: artifacts, in: registry)
    let registration = try console.explainingRefusal {
      try registry.register(
        artifacts, as: version, by: invocation.actor,
        notes: invocation.string(ifGiven: .notes) ?? "",
        baseline: invocation.string(ifGiven: .baseline), include: invocation.strings(.include),
        allowingIncompatible: invocation.allowance(),
        allowingUnsafe: invocation.words(.allowUnsafe), replayer: Predictor.replayGoldenRows)
    }
    console.say(registration.lint.findings)
    for file in registration.scan { console.warning(file.firstLine) }
    if case .unscorable(let reason)? = registration.goldenRows {
      console.warning("golden rows not replayed: \(reason)")
    }
    console.warn(ofChanges: registration.compatibility)
    console.warn(ofHistoryFailure: registration.historyFailure)
    if invocation.flag(.json) {
      try console.write(.object(registration.manifest.fields))
    } else {
      let count = registration.manifest.files.count
      try console.writeLine("registered \(version) in \(registry.path): \(count) files, sealed")
    }
    return .done
  }
}

extension Invocation {
  /// The files in the directory of artifacts, or those of the run that was named.
  fileprivate func artifactsOrRun() throws -> ArtifactDirectory {
    let path = try string(.artifacts)
    guard let text = string(ifGiven: .run) else { return try ArtifactDirectory(path) }
    let store = RunStore(artifacts: path)
    return try store.artifacts(of: store.find(text))
  }

  /// The version that was named, or the one that `--bump` leads to.
  fileprivate func newVersion(
    of artifacts: ArtifactDirectory, in registry: ModelRegistry
  ) throws -> ModelVersion {
    let named = try versionIfGiven()
    guard let bump = string(ifGiven: .bump) else { return try named ?? version() }
    guard named == nil else {
      throw failure(.conflictingOptions(Option.bump.name, Option.version.name))
    }
    // 'auto' is no part of a number: what has to rise is found out.
    return try registry.nextVersion(for: artifacts, raising: VersionBump(rawValue: bump)).version
  }
}

extension Option {
  fileprivate static let bump = Option.value(
    "--bump", "PART", .oneOf(["auto"] + VersionBump.allCases.reversed().map(\.rawValue)),
    help: "instead of a version: raise this part; auto finds the smallest legal version")
  fileprivate static let allowUnsafe = Option.value(
    "--allow-unsafe", "REASON", help: "go on although a file is dangerous to load; kept on record")
  fileprivate static let run = Option.value(
    "--run", "RUN", help: "register what this run left (see 'registry runs'), not the last one")
  fileprivate static let baseline = Option.value(
    "--baseline", short: "b", "DIR", .directory, help: "the monitoring baseline to store",
    default: .described("monitoring_baseline in the artifacts, if there"))
  fileprivate static let notes = Option.value(
    "--notes", short: "n", "TEXT", help: "what a reader should know")
  fileprivate static let include = Option.value(
    "--include", "PATH", .file, help: "store a further file or directory", isRepeatable: true)
}

extension Console {
  /// The work is done, but its line in the history is not written yet.
  func warn(ofHistoryFailure failure: RegistryError?) {
    guard let failure else { return }
    let next = failure.remedy ?? "the next command that writes adds it"
    warning("done, but not in the history: \(failure.message) (\(next))")
  }
}
