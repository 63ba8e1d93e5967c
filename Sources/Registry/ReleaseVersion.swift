/// The version of this release, as `registry --version` prints it and metadata records it.
public enum ReleaseVersion {
  /// A semantic version without the leading `v`.
  public static let current = "0.1.0"
}
