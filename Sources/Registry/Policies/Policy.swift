/// What people decided for one registry, in `policy.json`; what is not there has its default.
///
/// Each member is read by the commands that go by it and by no others: a slip in the gates does not
/// keep a model from being served.
struct Policy: Sendable, Equatable {
  static let fileName = "policy.json"

  /// What happens when a yanked version is asked for by its number.
  enum YankedVersions: String, Sendable, CaseIterable { case warn, refuse }

  /// The members that a policy may have.
  enum Member: String, CaseIterable {
    case yankedVersions = "yanked_versions"
    case compatibility
    case lint
    case promotion
  }

  private let object: PolicyObject

  init() { object = PolicyObject() }

  init(_ fields: JSONObject, path: String) { object = PolicyObject(fields, path: path) }

  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  func yankedVersions() throws(RegistryError) -> YankedVersions {
    try object.choice(Member.yankedVersions.rawValue) ?? .warn
  }

  /// Reads every member.
  ///
  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``.
  func check() throws(RegistryError) {
    _ = try yankedVersions()
    _ = try compatibility()
    _ = try LintPolicy(self)
    _ = try promotion()
  }

  /// The object of a member; an empty one when it is not there.
  ///
  /// - Throws: ``RegistryError/invalidPolicy(path:field:expected:)``, also for a member of the policy
  ///   that is not known: one that is misspelled must not pass for one that asks for nothing.
  func object(_ member: Member) throws(RegistryError) -> PolicyObject {
    try object.refuseOthers(than: Member.allCases.map(\.rawValue))
    return try object.object(member.rawValue)
  }
}

extension RegistryDirectory {
  /// The policy, with every default where there is no file.
  func policy() throws(RegistryError) -> Policy {
    let text: [UInt8]
    do { text = try RecordFile.text(Policy.fileName, in: root) } catch {
      if case .noSuchFile = error { return Policy() }
      throw error
    }
    let path = root.pathOf(Policy.fileName)
    do { return Policy(try RecordFile.object(text, path: path).fields, path: path) } catch {
      guard case .invalidJSON(_, let flaw) = error else { throw error }
      let before = text.prefix(flaw.offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
      throw .unreadablePolicy(path: path, flaw, line: line, column: column)
    }
  }
}
