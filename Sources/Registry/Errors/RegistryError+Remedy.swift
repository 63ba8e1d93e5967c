extension RegistryError {
  public var remedy: String? {
    switch self {
    case .invalidVersion: "write it like v1.2.0 or v2.0.0-rc.1"
    case .invalidRequirement: "write it like ^1.2, ~1.2.0 or latest"
    case .invalidAlias:
      "use letters, digits, '-' and '_', a letter first, for example champion or staging"
    case .invalidModelName:
      "use letters, digits, '.', '-' and '_', a letter or digit first, for example bank-model"
    case .fileCallFailed(_, _, let errno): Self.remedy(forErrno: errno)
    case .noSuchFile: "check the path"
    case .interrupted: nil
    case .notARegularFile: "put a copy of the file itself there"
    case .fileTooLarge, .unusableFileName, .directoryTooDeep: "rename, shrink or remove it"
    case .fileInTheWay: "choose another directory, or move the file away"
    case .busy: "try again when it has ended"
    case .worldWritable(let path): "chmod o-w '\(path)'"
    case .foreignOwner(let path, _): "chown it to who writes: chown USER '\(path)'"
    case .missingArtifacts: "train first (registry train), or name the directory with --artifacts"
    case .missingBeside(_, .metadata):
      #"name it, or write it: {"task": "binary_classification", "classes": ["no", "yes"]}"#
    case .missingBeside:
      #"name it, or write it: {"input_schema": {"age": "int64"}, "output_schema": {"score": "float"}}"#
    case .ambiguousModel: "keep one of them"
    case .invalidArtifactJSON(_, let error) where error.reason == .notANumber:
      "write null where a number is not known (Python: json.dump(…, allow_nan=False) finds the place)"
    case .emptyFile, .notAnObject, .invalidArtifactJSON:
      "write it again: run the training that makes it"
    case .unfitArtifact, .unfitPredictions: "write it again: run the training that makes it"
    case .refusedByLint(_, let report):
      (report.findings.first.map { $0.remedy + "; " } ?? "")
        + "'registry lint' tells everything, docs/lint.md what policy.json can allow"
    case .refusedByScan:
      "find out where it comes from (registry scan), or say why it may be: --allow-unsafe REASON"
    case .noSuchRun(_, _, let known):
      Self.listing("the newest are", known.map(\.description)) ?? "train first: registry train"
    case .ambiguousRun(_, _, let matches):
      Self.listing("type more of it:", matches.map(\.description))
    case .runWithoutModel:
      "name one that left one (registry runs list), or train again with its parameters"
    case .damagedRun(let directory, _):
      "restore its \(RunRecord.fileName) from a copy, or remove '\(directory)'"
    case .notADirectory: "name a directory"
    case .noVersionNamed: "name one: champion, v1.2.0, ^1.2 or latest"
    case .damagedFile(let path, .notRegistered): "remove '\(path)'"
    case .changedWhileCopied: "try again when nothing writes to it any more"
    case .nameTaken: "give it another name"
    case .noRegistry:
      "register a version first (registry register --version v1.0.0), or name the directory with --registry or REGISTRY_DIR"
    case .noSuchVersion(_, _, let known), .nothingSatisfies(_, _, let known):
      Self.listing("registered are", known.sorted(by: >).map(\.description))
        ?? "nothing is registered yet: registry register --version v1.0.0"
    case .noSuchAlias(let alias, _, let known):
      Self.listing("aliases there are", known.map(\.description))
        ?? "set it: registry promote --version VERSION --alias \(alias)"
    case .alreadyRegistered(_, let suggestion), .numberTaken(_, _, let suggestion):
      "registered versions never change: register the next one, for example \(suggestion)"
    case .versionGone(let version, let suggestion):
      "restore '\(version)' from a copy, or register the next one, for example \(suggestion)"
    case .incompleteHistory(let path, _):
      "restore '\(path)' from a copy before anything is written: yanks and removals may be lost"
    case .pruned: "its number stays taken: name another version (registry list)"
    case .yanked(let version, _, _):
      "choose another version, or undo it: registry yank \(version) --undo"
    case .unexpectedAlias(let alias, _, _):
      "somebody was first: look (registry history \(alias)) and decide again"
    case .championIsPromoted(let version): "registry promote \(version)"
    case .notPromoted(let report):
      report.verdict == .refused
        ? "train a better one, or go on with a reason that is recorded: --force REASON"
        : "bring what is missing (more rows: --data FILE; approvals: registry approve), or --force REASON"
    case .neverChampion(let version): "let the gates decide: registry promote \(version)"
    case .noAliasAt(let alias, _): "registry history \(alias) tells since when it is set"
    case .truncatedHistory(let path, _): "restore '\(path)' from a copy"
    case .versionTooSmall(_, let smallest, _, _):
      "register it as \(smallest) (--bump auto), or say why it may be: --allow-incompatible REASON"
    case .breaksService:
      "choose another version with --version, or say why it must be: --allow-incompatible REASON"
    case .nothingToRollBackTo: "name the version: registry rollback --version VERSION"
    case .noDevelopmentModel(_, let variable):
      "set MODEL_VERSION (champion, v1.2.0, ^1.2), name the file with \(variable), or train first"
    case .invalidJSON(let path, _), .invalidField(let path, _, _), .brokenSeal(let path),
      .damagedFile(let path, _), .manifestReplaced(let path, _), .manifestNotInHistory(let path):
      "restore '\(path)' from a copy, or serve another version"
    case .wrongMode(let path, let expected, _):
      "chmod \(String(expected, radix: 8)) '\(path)'"
    case .goldenRowDiffers, .goldenRowsNotReplayed:
      "serve another version; where the rows are wrong, make them again (registry golden) and register"
    case .danglingAlias: "promote a version that is there, or restore its directory"
    case .damagedArchive, .unfitImport: "copy or export it again: nothing was imported"
    case .notAsLocked: "restore the version that was locked, or lock anew: registry lock"
    case .brokenHistory(let path, _):
      "restore '\(path)' from a copy; resolve and predict do not need it"
    case .unreadablePolicy(let path, let error, _, _) where error.reason == .byteOrderMark:
      "save '\(path)' without a byte order mark"
    case .invalidPolicy(let path, _, _), .unreadablePolicy(let path, _, _, _):
      "correct '\(path)': docs/policy.md says what it may hold"
    case .newerFormat: "use the release of registry that wrote it, or a newer one"
    }
  }

  /// At most this many names in one line of advice.
  private static let listed = 8

  private static func listing(_ intro: String, _ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(listed).joined(separator: ", ")
    let more = names.count > listed ? " and \(names.count - listed) more" : ""
    return "\(intro) \(shown)\(more)"
  }
}
