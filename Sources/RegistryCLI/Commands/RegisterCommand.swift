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
      """,
    arguments: [.version],
    options: [.version, .artifacts, .baseline, .notes, .include, .actor] + Option.place + [.json],
    exitCodes: [.notFound, .alreadyExists, .refused, .busy, .newerFormat],
    examples: [
      Example("registry register --version v1.2.0 --notes 'more data'", "registers artifacts/")
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let version = try invocation.version()
    let artifacts = try ArtifactDirectory(invocation.string(.artifacts))
    let registration: Registration
    do throws(RegistryError) {
      registration = try registry.register(
        artifacts, as: version, by: invocation.actor,
        notes: invocation.string(ifGiven: .notes) ?? "",
        baseline: invocation.string(ifGiven: .baseline), include: invocation.strings(.include))
    } catch {
      if case .refusedByLint(_, let report) = error { console.say(report.findings) }
      throw error
    }
    console.say(registration.lint.findings)
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

extension Option {
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
