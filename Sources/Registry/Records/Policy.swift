/// What people decided for one registry, in `policy.json`; what is not there has its default.
struct Policy: Sendable, Equatable {
  static let fileName = "policy.json"

  /// What happens when a yanked version is asked for by its number.
  enum YankedVersions: String, Sendable { case warn, refuse }

  var yankedVersions = YankedVersions.warn

  init() {}

  init(_ record: RecordFile) throws(RegistryError) {
    guard let text = try record.optionalString("yanked_versions") else { return }
    guard let value = YankedVersions(rawValue: text) else {
      throw record.wrong("yanked_versions", "warn or refuse")
    }
    yankedVersions = value
  }
}

extension RegistryDirectory {
  /// The policy, with every default where there is no file.
  func policy() throws(RegistryError) -> Policy {
    do { return try Policy(RecordFile(Policy.fileName, in: root)) } catch {
      if case .noSuchFile = error { return Policy() }
      throw error
    }
  }
}
