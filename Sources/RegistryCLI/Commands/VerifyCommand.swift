import Registry

extension Command {
  static let verify = Command(
    "verify", in: .maintain, summary: "compare every byte with what was registered",
    discussion: """
      Hashes every file of every version, or of one, and compares manifests, aliases and history \
      with each other. Every damage is printed, a line each: a changed, cut, missing, added or \
      replaced file, a broken seal, a mode that lets files change, an alias to another manifest, a \
      line of the history that does not follow the one before it. No lock is taken, and nothing is \
      written but the fingerprints of versions that are as registered, which let resolve do \
      without hashing.
      """,
    arguments: [.version], options: [.version, .quick] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [Example("registry verify", "hashes everything; exits 5 if something is damaged")]
  ) { invocation, console in
    let registry = try invocation.registry()
    let result = try registry.verify(
      invocation.versionIfGiven(), quick: invocation.flag(.quick))
    if invocation.flag(.json) {
      try console.write(result.json)
    } else {
      for finding in result.findings {
        try console.writeLine("damaged: \(finding.message)".escapedForTerminal)
      }
      let outcome = result.isClean ? "all as registered" : "\(result.findings.count) damaged"
      try console.writeLine(
        "\(counted(result.versionCount, "version")), \(counted(result.fileCount, "file")), "
          + "\(counted(result.byteCount, "byte")) hashed: \(outcome)")
    }
    return result.isClean ? .done : .integrityFailure
  }
}

extension Option {
  fileprivate static let quick = Option.flag(
    "--quick", help: "compare sizes and seals, but do not hash the files")
}

extension Verification {
  fileprivate var json: JSONValue {
    .object([
      "clean": .bool(isClean),
      "versions": .integer(versionCount),
      "files": .integer(fileCount),
      "bytes_hashed": .integer(byteCount),
      "findings": .array(findings.map { .string($0.message) }),
    ])
  }
}
