/// What is wrong with an archive that is to be imported.
public enum ArchiveFlaw: String, Error, Sendable, CaseIterable {
  /// It ends before it says that it does.
  case truncated = "it is cut short"
  /// A header does not add up.
  case checksum = "the checksum of a header is wrong"
  /// A header has another form than tar's.
  case header = "a header is not one of a tar archive"
  /// A pax header, or a long name, cannot be read.
  case extendedHeader = "an extended header cannot be read"
  /// A link, a device or anything else that no registry holds.
  case notAFile = "it holds something that is neither a file nor a directory"
  /// A path that is absolute, leads up, or is not plain text.
  case unsafePath = "it holds a path that could lead out of the registry"
  /// Two entries of one path.
  case duplicate = "it holds a path twice"
  /// Something follows its end.
  case trailing = "something follows its end"
}
