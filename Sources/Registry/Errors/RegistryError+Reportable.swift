extension RegistryError: ReportableError {
  public var message: String {
    switch self {
    case .invalidVersion(let text, let reason):
      "'\(text)' is not a version: \(reason.rawValue)"
    case .invalidRequirement(let text): "'\(text)' is not a range of versions"
    case .invalidAlias(let text): "'\(text)' cannot be the name of an alias"
    case .invalidModelName(let text): "'\(text)' cannot be the name of a model"
    case .fileCallFailed(let call, let path, let errno):
      "'\(path)': \(call) failed: \(errorText(errno))"
    case .noSuchFile(let path): "'\(path)' does not exist"
    case .notARegularFile(let path):
      "'\(path)' is a link, a directory or a special file where a regular file is needed"
    case .fileTooLarge(let path, let limit): "'\(path)' is larger than \(limit) bytes"
    case .fileInTheWay(let path): "'\(path)' is there already, with other content"
    case .unusableFileName(let directory, let name):
      "'\(directory)' holds the name '\(name)', which is not plain UTF-8 text"
    case .busy(let path, let holder, let seconds):
      "'\(path)' is locked by \(holder) (waited \(seconds) s)"
    case .worldWritable(let path): "'\(path)' can be changed by every user of this machine"
    case .foreignOwner(let path, let owner):
      "'\(path)' belongs to user \(owner), who is neither you nor root"
    case .interrupted: "interrupted, nothing was written"
    case .missingArtifacts(let directory, let missing):
      "'\(directory)' has no \(missing.map(\.sourcePattern).joined(separator: ", no "))"
    case .missingBeside(let model, let kind): "'\(model)' has no \(kind.storedName) beside it"
    case .ambiguousModel(let directory, let names):
      "'\(directory)' holds more than one model: \(names.joined(separator: ", "))"
    case .emptyFile(let path): "'\(path)' is empty"
    case .changedWhileCopied(let path): "'\(path)' changed while it was copied"
    case .notAnObject(let path): "'\(path)' does not hold a JSON object"
    case .directoryTooDeep(let path, let limit): "'\(path)' is nested deeper than \(limit) levels"
    case .unfitArtifact(let path, let field, let expected):
      "'\(path)': the field '\(field)' is not \(expected)"
    case .unfitPredictions(let path, let line, let fault):
      "'\(path)' line \(line): \(fault.message)"
    case .refusedByLint(let path, let report):
      "'\(path)' is refused by lint, "
        + (report.errors.isEmpty
          ? counted(report.warnings.count, "warning") : counted(report.errors.count, "error"))
        + ": " + (report.findings.first?.line ?? "")
    case .refusedByScan(let path, let files):
      "'\(path)' is dangerous to load: " + (files.first?.firstLine ?? "")
    case .notADirectory(let path): "'\(path)' is not a directory"
    case .noSuchRun(let text, let directory, _): "there is no run '\(text)' in '\(directory)'"
    case .ambiguousRun(let text, let directory, let matches):
      "'\(text)' means \(counted(matches.count, "run")) in '\(directory)'"
    case .runWithoutModel(let run, let status): "the run '\(run)' left no model: \(status.rawValue)"
    case .damagedRun(_, let error): error.message
    case .noVersionNamed(let registry): "no version in '\(registry)' was named"
    case .nameTaken(let path, let name):
      "'\(path)' would be stored as '\(name)', which is taken"
    case .noRegistry(let path): "there is no registry at '\(path)'"
    case .noSuchVersion(let version, let registry, _):
      "\(version) is not registered in '\(registry)'"
    case .noSuchAlias(let alias, let registry, _):
      "there is no alias '\(alias)' in '\(registry)'"
    case .nothingSatisfies(let requirement, let registry, _):
      "no registered release in '\(registry)' satisfies '\(requirement)'"
    case .alreadyRegistered(let version, _): "\(version) is already registered"
    case .numberTaken(let version, let actor, _):
      "\(version) was registered and pruned by \(Self.named(actor))"
    case .versionGone(let version, _):
      "\(version) was registered, and its directory is gone"
    case .incompleteHistory(let path, let missing):
      "'\(path)' lacks at least \(counted(missing, "line")) that no crash leaves out"
    case .pruned(let version, let actor, let reason):
      "\(version) was pruned by \(Self.named(actor))\(Self.because(reason))"
    case .yanked(let version, let actor, let reason):
      "\(version) was yanked by \(Self.named(actor))\(Self.because(reason))"
    case .unexpectedAlias(let alias, let expected, let found):
      "'\(alias)' is \(found?.description ?? "unset"), not \(expected)"
    case .championIsPromoted: "'champion' is set by a promotion"
    case .unreadablePolicy(let path, let error, let line, let column):
      "'\(path)' line \(line), column \(column), is not strict JSON: \(error.reason.rawValue)"
    case .notPromoted(let report): report.summary
    case .neverChampion(let version):
      "\(version) never was champion, and promotions have gates here"
    case .noAliasAt(let alias, let time): "the history does not say what '\(alias)' was at \(time)"
    case .truncatedHistory(let path, let digest):
      "'\(path)' has lost lines: none has the digest \(digest)"
    case .versionTooSmall(let version, _, let baseline, let compatibility):
      "\(version) is too small a step from \(baseline): \(Self.demand(of: compatibility))"
    case .breaksService(let alias, let current, let target, let compatibility):
      "who works with '\(alias)' would break: from \(current) to \(target) is "
        + Compatibility.phrase(compatibility.breaks)
    case .nothingToRollBackTo(let alias, let current):
      "'\(alias)' is \(current), and there is no promotion before it to go back to"
    case .noDevelopmentModel(let path, _):
      "no version was named, and the development model has no '\(path)'"
    case .invalidJSON(let path, let error), .invalidArtifactJSON(let path, let error):
      "'\(path)' is not strict JSON: \(error.reason.rawValue) at byte \(error.offset)"
    case .invalidField(let path, let field, let expected),
      .invalidPolicy(let path, let field, let expected):
      "'\(path)': the field '\(field)' is not \(expected)"
    case .brokenSeal(let path): "'\(path)' was changed after it was written"
    case .damagedFile(let path, let damage): "'\(path)' \(damage.text)"
    case .manifestReplaced(let path, let alias):
      "'\(path)' is not the manifest that '\(alias)' was promoted with"
    case .wrongMode(let path, let expected, let found):
      "'\(path)' has mode \(octal(found)) where \(octal(expected)) was set"
    case .danglingAlias(let path, let version):
      "'\(path)' names \(version), which is not there"
    case .goldenRowDiffers(let version, let difference, let count):
      "\(version) answers row \(difference.row) of its golden rows otherwise: \(difference.text)"
        + (count > 1 ? " (\(counted(count, "answer")) differ)" : "")
    case .goldenRowsNotReplayed(let version, let reason):
      "\(version) cannot answer its golden rows: \(reason)"
    case .manifestNotInHistory(let path):
      "'\(path)' is not the manifest that the history says was registered"
    case .notAsLocked(let path, let version):
      "'\(path)' is not the manifest of the \(version) that was locked"
    case .damagedArchive(let path, let flaw): "'\(path)' cannot be imported: \(flaw.rawValue)"
    case .unfitImport(let path, let finding): "'\(path)' cannot be imported: \(finding)"
    case .brokenHistory(let path, let line):
      "'\(path)' line \(line) is damaged, or does not follow the line before it"
    case .newerFormat(let path, let found, let known):
      "'\(path)' has format \(found); this program knows formats up to \(known)"
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .invalidVersion, .invalidRequirement, .invalidAlias, .invalidModelName,
      .unusableFileName, .ambiguousModel, .emptyFile, .notAnObject, .nameTaken,
      .notARegularFile, .fileTooLarge, .unfitArtifact, .notADirectory, .noVersionNamed,
      .invalidArtifactJSON, .directoryTooDeep, .championIsPromoted, .invalidPolicy,
      .unreadablePolicy,
      .unfitPredictions, .ambiguousRun:
      .usage
    case .fileCallFailed, .changedWhileCopied: .couldNotRun
    case .noSuchFile, .missingArtifacts, .missingBeside, .noRegistry, .noSuchVersion, .noSuchAlias,
      .nothingSatisfies, .nothingToRollBackTo, .noDevelopmentModel, .pruned, .noAliasAt, .noSuchRun,
      .runWithoutModel:
      .notFound
    case .alreadyRegistered, .fileInTheWay, .numberTaken, .versionGone, .unexpectedAlias:
      .alreadyExists
    case .yanked, .refusedByLint, .refusedByScan, .breaksService, .neverChampion: .refused
    case .versionTooSmall: .versionTooSmall
    case .invalidJSON, .invalidField, .brokenSeal, .damagedFile, .manifestReplaced,
      .brokenHistory, .incompleteHistory, .truncatedHistory, .manifestNotInHistory, .notAsLocked,
      .damagedArchive,
      .unfitImport, .danglingAlias, .goldenRowDiffers, .goldenRowsNotReplayed,
      .wrongMode, .damagedRun:
      .integrityFailure
    case .worldWritable, .foreignOwner: .refused
    case .notPromoted(let report): report.exitCode
    case .busy: .busy
    case .newerFormat: .newerFormat
    case .interrupted: .interrupted
    }
  }
}

extension RegistryError {
  fileprivate static func demand(of compatibility: Compatibility) -> String {
    let reasons = compatibility.reasons
    return "\(Compatibility.phrase(reasons)) \(reasons.count == 1 ? "needs" : "need") a "
      + "\(compatibility.requiredBump.title) one"
  }

  fileprivate static func named(_ actor: String) -> String {
    actor.isEmpty ? "somebody" : "'\(actor)'"
  }

  fileprivate static func because(_ reason: String) -> String {
    reason.isEmpty ? "" : ": \(reason)"
  }
}

extension RegistryError.Damage {
  fileprivate var text: String {
    switch self {
    case .missing: "is missing"
    case .size(let expected, let found): "has \(found) bytes where \(expected) were registered"
    case .content: "does not have the bytes that were registered"
    case .notARegularFile: "is no regular file any more"
    case .notADirectory: "is no directory any more"
    case .notRegistered: "was not registered with its version"
    }
  }
}

extension GoldenReplay.Difference {
  fileprivate var text: String {
    func short(_ value: JSONValue) -> String {
      shown(String(decoding: value.compactText.prefix(160), as: UTF8.self))
    }
    let found = found.map { "is \(short($0))" } ?? "is missing"
    return "'\(shown(output))' \(found) where \(short(expected)) is expected"
  }
}

/// A file mode as `chmod` takes it.
private func octal(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
