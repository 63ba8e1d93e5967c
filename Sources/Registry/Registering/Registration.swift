/// What `register` did.
public struct Registration: Sendable, Equatable {
  /// The manifest of the new version.
  public let manifest: Manifest
  /// What lint warned of, and the policy let pass.
  public let lint: LintReport
  /// The files that are not clean to load with the library that made them: those for a person to look at, and
  /// dangerous ones that a reason was given for.
  public let scan: [ScannedFile]
  /// Why the line in the history could not be written, if it could not. The version is in place
  /// all the same, readers count it in, and the next command that writes adds the line.
  public let historyFailure: RegistryError?
  /// How the version fits together with the release below it; `nil` where there is none.
  public let compatibility: Compatibility?
  /// What became of its golden rows; `nil` where nobody was asked to answer them.
  public let goldenRows: GoldenRowsOutcome?
}
