extension RegistryDirectory {
  static let fingerprintsName = "fingerprints"
  /// A larger one is not read: hashing is not much slower then.
  private static let maximumFingerprintBytes = 16 << 20

  /// The fingerprint of a version, if there is one that can be trusted and still fits; `nil` means
  /// that the files have to be hashed, whatever the reason, and is never an error.
  func fingerprint(of version: ModelVersion) -> Fingerprint? {
    guard let own = try? ownIfThere(),
      let file = try? own.regularFile("\(Self.fingerprintsName)/\(version)"),
      let status = file.openingStatus,
      let text = try? file.readAll(limit: Self.maximumFingerprintBytes),
      let fingerprint = Fingerprint(text),
      fingerprint.isOlder(than: status.modifiedNanoseconds)
    else { return nil }
    let name = version.description
    let prefix = name + "/"
    for entry in fingerprint.entries where state(of: entry.path, below: prefix, name) != entry.state
    {
      return nil
    }
    return fingerprint
  }

  /// Removes the fingerprint of a version that is gone.
  func removeFingerprint(of version: ModelVersion) {
    guard let own = try? ownIfThere(), let directory = try? own.directory(Self.fingerprintsName)
    else { return }
    try? directory.remove(version.description)
  }

  /// Flushes every file of a version; false when one cannot be.
  func flushFiles(of version: ModelVersion, manifest: Manifest) -> Bool {
    guard let directory = try? root.directory(version.description) else { return false }
    return (manifest.files.map(\.path) + [Manifest.fileName]).allSatisfy {
      (try? directory.fileBelow($0).sync()) != nil
    }
  }

  /// The fingerprint as it would be now; `nil` where something is missing or out of place.
  func currentFingerprint(of version: ModelVersion, manifest: Manifest) -> Fingerprint? {
    // A manifest of another tool may list some of the files only.
    guard manifest.isSealed else { return nil }
    let files = manifest.files.map(\.path) + [Manifest.fileName]
    var paths = ["."]
    for file in files {
      var directory = PathText.split(file).directory
      while !paths.contains(directory) {
        paths.append(directory)
        directory = PathText.split(directory).directory
      }
    }
    var entries: [Fingerprint.Entry] = []
    let name = version.description
    let prefix = name + "/"
    for path in paths + files {
      guard let state = state(of: path, below: prefix, name),
        state.isDirectory == paths.contains(path)
      else { return nil }
      entries.append(Fingerprint.Entry(path: path, state: state))
    }
    return Fingerprint(manifestDigest: manifest.digest, entries: entries)
  }

  /// `prefix` is the name of the version's directory with a slash at its end.
  private func state(of path: String, below prefix: String, _ name: String) -> FileState? {
    let name = path == "." ? name : prefix + path
    guard let status = try? root.status(of: name) else { return nil }
    return FileState(status)
  }
}
