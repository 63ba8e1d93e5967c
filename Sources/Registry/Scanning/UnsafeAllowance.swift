/// That somebody registered a file that is dangerous to load, and why: kept in the manifest.
struct UnsafeAllowance: Sendable, Equatable {
  static let field = "allowed_unsafe"

  /// Why.
  let reason: String
  /// What was dangerous.
  let files: [ScannedFile]

  /// As it stands in a manifest: at most twenty findings a file, which is enough to know what it was.
  var json: JSONValue {
    .object([
      "reason": .string(reason),
      "files": .array(
        files.map { file in
          .object([
            "path": .string(file.path),
            "findings": .array(
              file.report.findings(.dangerous).prefix(20).map { .string($0.line) }),
          ])
        }),
    ])
  }
}

extension Manifest {
  /// Why a file of the version may be dangerous to load; `nil` where none is.
  package var unsafeAllowance: String? { fields[UnsafeAllowance.field]?["reason"]?.stringValue }
}
