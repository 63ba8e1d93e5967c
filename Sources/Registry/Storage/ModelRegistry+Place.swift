internal import Glibc

extension ModelRegistry {
  /// Who else could change what is in the registry: its directory and `.registry/` should belong to
  /// this user or to root, and not be open to everybody. The sticky bit does not help: it keeps
  /// files from being removed, not from being added.
  ///
  /// Two looks at names, and nothing is opened. What cannot be looked at is no concern here: whoever
  /// opens the registry says why.
  ///
  /// - Returns: ``RegistryError/worldWritable(path:)`` and ``RegistryError/foreignOwner(path:owner:)``
  ///   for each of the two directories; empty when all is well.
  public func placeConcerns() -> [RegistryError] {
    // With the dot, a registry that is reached through a link is looked at, and not the link.
    let places = [(path, path + "/."), (PathText.join(path, RegistryDirectory.ownName), nil)]
    var concerns: [RegistryError] = []
    for (path, spelling) in places {
      guard let status = try? fileSystem.status(of: spelling ?? path, in: AT_FDCWD),
        status.kind == .directory
      else { continue }
      if status.mode & 0o002 != 0 { concerns.append(.worldWritable(path: path)) }
      if status.owner != 0 && status.owner != ProcessEnvironment.effectiveUser {
        concerns.append(.foreignOwner(path: path, owner: status.owner))
      }
    }
    return concerns
  }
}
