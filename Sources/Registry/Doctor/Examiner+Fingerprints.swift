extension Examiner {
  /// Finds the versions that have no fingerprint, as after a copy, and hashes them for one.
  mutating func examineFingerprints(repairing isRepairing: Bool) throws(RegistryError) {
    let missing = try registry.versions().filter {
      // A version of another tool never has one, and damage is `verify`'s to tell.
      registry.fingerprint(of: $0) == nil
        && (try? VersionDirectory($0, in: registry))?.manifest.isSealed == true
    }
    guard !missing.isEmpty else {
      return note(.fingerprints, .ok, "no version has to be hashed again to be served")
    }
    let names = listed(missing.map(\.description))
    guard isRepairing else {
      return note(
        .fingerprints, .ok, "without a fingerprint, resolve hashes \(names)",
        remedy: Self.repairRemedy)
    }
    var verifier = try Verifier(registry: registry, depth: .contents)
    for version in missing { verifier.verify(version) }
    guard verifier.result.isClean else {
      return note(
        .fingerprints, .problem, "there is damage in \(names)", remedy: "registry verify")
    }
    note(.fingerprints, .repaired, "hashed \(names)")
  }
}
