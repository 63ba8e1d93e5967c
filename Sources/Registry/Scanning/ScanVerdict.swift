/// What looking into a file says of loading it with the library that made it.
public enum ScanVerdict: String, Sendable, Comparable, CaseIterable {
  /// Everything was read, and everything that is imported is known to only make values.
  case clean
  /// A person has to look: something is not known, or could not be read.
  case review
  /// What is imported can run programs, or the file hides what it does.
  case dangerous

  public static func < (one: ScanVerdict, other: ScanVerdict) -> Bool {
    one.weight < other.weight
  }

  private var weight: Int {
    switch self {
    case .clean: 0
    case .review: 1
    case .dangerous: 2
    }
  }
}
