import Learners
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

      With --replay, every version that is as registered and has golden_rows.json answers those \
      rows again: an answer that is farther from the expected one than the file allows is damage, \
      too. A version without golden rows, or whose model cannot be scored here, is told and is none.
      """,
    arguments: [.version], options: [.version, .quick, .replay] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry verify", "hashes everything; exits 5 if something is damaged"),
      Example("registry verify --replay", "and has every model answer its golden rows again"),
    ]
  ) { invocation, console in
    let registry = try invocation.registry()
    let result = try registry.verify(
      invocation.versionIfGiven(), quick: invocation.flag(.quick),
      replayer: invocation.flag(.replay) ? Predictor.replayGoldenRows : nil)
    if invocation.flag(.json) {
      try console.write(.object(result.json(withReplays: invocation.flag(.replay))))
    } else {
      for replay in result.replays {
        try console.writeLine(replay.line.escapedForTerminal)
      }
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
  fileprivate static let replay = Option.flag(
    "--replay", help: "answer the golden rows of each version again")
}

extension Verification {
  fileprivate func json(withReplays: Bool) -> JSONObject {
    var json: JSONObject = [
      "clean": .bool(isClean),
      "versions": .integer(versionCount),
      "files": .integer(fileCount),
      "bytes_hashed": .integer(byteCount),
      "findings": .array(findings.map { .string($0.message) }),
    ]
    if withReplays { json["replays"] = .array(replays.map { .object($0.json) }) }
    return json
  }
}

extension Verification.Replay {
  /// What became of the golden rows, for people.
  fileprivate var line: String {
    switch outcome {
    case .absent: "not replayed: \(version) has no golden rows"
    case .unscorable(let reason), .failed(let reason): "not replayed: \(version): \(reason)"
    case .replayed(let replay):
      "replayed: \(version), \(counted(replay.rowCount, "golden row")), \(replay.phrase)"
    }
  }

  fileprivate var json: JSONObject {
    var json: JSONObject = ["version": .string(version.description), "outcome": .string(word)]
    switch outcome {
    case .absent: break
    case .unscorable(let reason), .failed(let reason): json["reason"] = .string(reason)
    case .replayed(let replay):
      json["rows"] = .integer(replay.rowCount)
      json["within_tolerance"] = .bool(replay.isWithinTolerance)
      json["largest_difference"] = .double(replay.largestDistance)
    }
    return json
  }

  private var word: String {
    switch outcome {
    case .absent: "no_golden_rows"
    case .replayed: "replayed"
    case .unscorable: "unscorable"
    case .failed: "failed"
    }
  }
}

extension GoldenReplay {
  /// How far the answers are from those that are expected.
  fileprivate var phrase: String {
    if worst == nil { return "all answers the same" }
    return largestDistance.isFinite
      ? "largest difference \(largestDistance)" : "not all answers the same"
  }
}
