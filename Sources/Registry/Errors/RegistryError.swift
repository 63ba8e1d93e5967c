/// Every refusal of this module: a value that says what and where.
public enum RegistryError: Error, Sendable, Equatable {
  // MARK: Names typed by a person or read from a file

  /// Text that should be a version is none.
  case invalidVersion(String, reason: VersionFlaw)
  /// Text that begins like a range (`^`, `~`) is none.
  case invalidRequirement(String)
  /// Text that should name an alias cannot.
  case invalidAlias(String)
  /// Text that should name a model cannot.
  case invalidModelName(String)

  // MARK: The disk

  /// A file call failed: the call's C name, the path it was given, and errno.
  case fileCallFailed(call: String, path: String, errno: Int32)
  /// A path names nothing.
  case noSuchFile(path: String)
  /// A link, FIFO, socket, device or directory stands where a file is needed.
  case notARegularFile(path: String)
  /// A file is larger than what is read of its kind.
  case fileTooLarge(path: String, limit: Int)
  /// A file that is to be made is there already, with other content.
  case fileInTheWay(path: String)
  /// A file name cannot stand in a manifest: it is not UTF-8 or holds control characters.
  case unusableFileName(directory: String, name: String)
  /// Another process holds the lock of the registry.
  case busy(path: String, holder: String, waitedSeconds: Int)

  /// Every user may change what is in the directory.
  case worldWritable(path: String)
  /// The directory belongs to a user who is neither this one nor root.
  case foreignOwner(path: String, owner: UInt32)

  /// Ctrl-C or SIGTERM stopped the work before anything was written.
  case interrupted

  // MARK: What training hands over

  /// `artifacts/` lacks files that every version must have.
  case missingArtifacts(directory: String, missing: [ArtifactKind])
  /// A model file has no metadata, or no signature, beside it.
  case missingBeside(model: String, kind: ArtifactKind)
  /// More than one file could be the model.
  case ambiguousModel(directory: String, names: [String])
  /// A required file holds nothing.
  case emptyFile(path: String)
  /// A file changed its size while it was copied.
  case changedWhileCopied(path: String)
  /// A file that must hold a JSON object does not.
  case notAnObject(path: String)
  /// An artifact that must be JSON is not, read strictly.
  case invalidArtifactJSON(path: String, JSONError)
  /// A required field of an artifact holds something else than it must.
  case unfitArtifact(path: String, field: String, expected: String)
  /// Held-out predictions cannot be read: what is wrong at this line of the file.
  case unfitPredictions(path: String, line: Int, PredictionsFault)
  /// A directory is needed and something else is there.
  case notADirectory(path: String)
  /// A model directory is nested deeper than is copied.
  case directoryTooDeep(path: String, limit: Int)
  /// Lint finds what a version must not have.
  case refusedByLint(path: String, LintReport)
  /// Files of a version are dangerous to load with the library that made them.
  case refusedByScan(path: String, [ScannedFile])
  /// Two sources would be stored under one name.
  case nameTaken(path: String, storedName: String)

  // MARK: Runs

  /// No run is meant by what was typed; `known` are those there are, the newest first.
  case noSuchRun(String, directory: String, known: [RunID])
  /// More than one run is meant by what was typed.
  case ambiguousRun(String, directory: String, matches: [RunID])
  /// The run left no model.
  case runWithoutModel(RunID, RunStatus)
  /// The `run.json` of a run cannot be read.
  indirect case damagedRun(directory: String, RegistryError)

  // MARK: What is in the registry

  /// The development model was asked for, which is in no registry.
  case noVersionNamed(registry: String)

  /// There is no registry directory.
  case noRegistry(path: String)
  /// The version is not registered.
  case noSuchVersion(ModelVersion, registry: String, known: [ModelVersion])
  /// The alias file does not exist.
  case noSuchAlias(AliasName, registry: String, known: [AliasName])
  /// No registered release is in the range.
  case nothingSatisfies(VersionRequirement, registry: String, known: [ModelVersion])
  /// The version exists already.
  case alreadyRegistered(ModelVersion, suggestion: ModelVersion)
  /// The version was registered and pruned: its number stays taken.
  case numberTaken(ModelVersion, prunedBy: String, suggestion: ModelVersion)
  /// The version was registered, and its directory is not there any more.
  case versionGone(ModelVersion, suggestion: ModelVersion)
  /// The version was removed.
  case pruned(ModelVersion, by: String, reason: String)
  /// The version was withdrawn.
  case yanked(ModelVersion, by: String, reason: String)
  /// The alias does not mean what it was expected to.
  case unexpectedAlias(AliasName, expected: AliasExpectation, found: ModelVersion?)
  /// `champion` was to be set by hand.
  case championIsPromoted(ModelVersion)
  /// The history does not say what the alias meant at that moment.
  case noAliasAt(AliasName, Timestamp)
  /// Lines of the history are gone that no crash leaves out.
  case incompleteHistory(path: String, missing: Int)
  /// A digest that was once the head of the history is not in it: lines were lost.
  case truncatedHistory(path: String, lost: SHA256Digest)
  /// The gates did not let the version become champion.
  case notPromoted(GateReport)
  /// The number is too small for what changed since the release below it.
  case versionTooSmall(
    ModelVersion, smallest: ModelVersion, baseline: ModelVersion, Compatibility)
  /// Today's callers of an alias would break if it were set back to a version.
  case breaksService(AliasName, from: ModelVersion, to: ModelVersion, Compatibility)
  /// A version that never was champion was to become it by a rollback, past the gates.
  case neverChampion(ModelVersion)
  /// There is no earlier promotion to go back to.
  case nothingToRollBackTo(AliasName, current: ModelVersion)
  /// `MODEL_VERSION` is not set, and a file of the development model is not there.
  case noDevelopmentModel(path: String, variable: String)

  // MARK: What people decided

  /// `policy.json` is not strict JSON; lines and columns count from 1, columns in bytes.
  case unreadablePolicy(path: String, JSONError, line: Int, column: Int)
  /// `policy.json` says something that has no meaning.
  case invalidPolicy(path: String, field: String, expected: String)

  // MARK: Integrity

  /// An archive that is to be imported is not one, or not whole.
  case damagedArchive(path: String, ArchiveFlaw)
  /// What is to be imported is not as it was registered; the finding is that of `verify`.
  case unfitImport(path: String, finding: String)

  /// Bytes are not strict JSON.
  case invalidJSON(path: String, JSONError)
  /// A record lacks a field or holds something else in it.
  case invalidField(path: String, field: String, expected: String)
  /// A sealed file is not the one that was written.
  case brokenSeal(path: String)
  /// A file of a version is not what the manifest says.
  case damagedFile(path: String, Damage)
  /// The manifest is not the one that the alias was set to.
  case manifestReplaced(path: String, alias: AliasName)
  /// A file or directory of a version has another mode than register gave it.
  case wrongMode(path: String, expected: UInt32, found: UInt32)
  /// An alias names a version that is not there.
  case danglingAlias(path: String, version: ModelVersion)
  /// The model of a version answers its golden rows otherwise: the answer that is farthest off, and
  /// how many are.
  case goldenRowDiffers(ModelVersion, GoldenReplay.Difference, count: Int)
  /// The golden rows of a version cannot be read, or its model does not take them.
  case goldenRowsNotReplayed(ModelVersion, reason: String)
  /// A manifest is not the one that the history says was registered.
  case manifestNotInHistory(path: String)
  /// A version is not the one that was locked.
  case notAsLocked(path: String, version: ModelVersion)
  /// A line of the history is damaged, or does not follow the line before it.
  case brokenHistory(path: String, line: Int)
  /// A record was written by a newer release.
  case newerFormat(path: String, found: Int, known: Int)

  /// How a file differs from its manifest.
  public enum Damage: Sendable, Equatable {
    /// It is not there.
    case missing
    /// It has another size.
    case size(expected: Int, found: Int)
    /// It has the size but not the digest.
    case content
    /// A link, directory or device stands in its place.
    case notARegularFile
    /// A link or file stands where a version's directory was.
    case notADirectory
    /// It lies in a version's directory and was not registered with it.
    case notRegistered
  }
}
