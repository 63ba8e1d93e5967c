/// What looking into the files of a version in the making found, and whether it may be registered.
struct SafetyStep {
  /// The files that are not clean, by their path below the version.
  let findings: [ScannedFile]
  /// That one is dangerous and somebody went on; `nil` where none is.
  let allowance: UnsafeAllowance?

  /// Looks into what a program may load: the model, the first of `names`, and what was included. Of what
  /// was included, a file in no known format is nobody's model.
  ///
  /// `reason` is why a dangerous file may be registered; `nil` where it may not.
  ///
  /// - Throws: ``RegistryError/refusedByScan(path:_:)``, or a file error.
  init(
    _ staged: StagedVersion, named names: [String], of artifacts: ArtifactDirectory,
    allowing reason: String?
  ) throws(RegistryError) {
    var found: [ScannedFile] = []
    for file in staged.files {
      let name = PathText.parts(file.path)[0]
      guard names.contains(name) else { continue }
      let report = try Self.report(file, in: staged.directory)
      let isModel = name == names.first
      if report.verdict != .clean, isModel || !report.isOfUnknownFormat {
        found.append(ScannedFile(path: file.path, report: report))
      }
    }
    findings = found
    let dangerous = found.filter { $0.report.verdict == .dangerous }
    guard !dangerous.isEmpty else {
      allowance = nil
      return
    }
    guard let reason else { throw .refusedByScan(path: artifacts.path, dangerous) }
    allowance = UnsafeAllowance(reason: reason, files: dangerous)
  }

  /// A file that is too large to be looked into is one for a person.
  private static func report(
    _ file: Manifest.File, in directory: Directory
  ) throws(RegistryError) -> ScanReport {
    do {
      let bytes = try directory.fileBelow(file.path).readAll(limit: ContentScanner.maximumBytes)
      return ScanReport(scanning: bytes, named: file.path)
    } catch {
      guard case .fileTooLarge = error else { throw error }
      return .tooLarge
    }
  }
}
