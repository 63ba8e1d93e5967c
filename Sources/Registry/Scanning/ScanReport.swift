/// What is in a model file, found without loading it.
///
/// Pickles are followed symbolically: nothing is imported or called. The verdict is about loading the
/// file with pickle, joblib, numpy or torch, all of which run what a pickle says.
public struct ScanReport: Sendable, Equatable {
  /// The formats, from the outside: `["gzip", "pickle"]`.
  public let formats: [String]
  /// Everything that is imported, each name once, in the order of the file. At most 1,000 of each verdict.
  public let imports: [Import]
  /// What is not clean: dangerous things first, then in the order of the file. At most
  /// 1,000 of each verdict.
  public let findings: [ScanFinding]
  /// The worst of what was found.
  public let verdict: ScanVerdict

  /// A class or function that a pickle names.
  public struct Import: Sendable, Hashable {
    /// `module.name`.
    public let name: String
    /// What it alone makes of the file.
    public let verdict: ScanVerdict
  }

  /// Whether all that is wrong is that nobody here knows what it is.
  var isOfUnknownFormat: Bool { findings.allSatisfy { $0.fact == .unknownFormat } }

  /// What is said of a file that is too large to be looked into.
  static let tooLarge = ScanReport(
    formats: [], imports: [],
    findings: [ScanFinding(fact: .tooMuchToRead, verdict: .review, place: [], offset: 0)],
    verdict: .review)

  /// The findings of one verdict.
  public func findings(_ verdict: ScanVerdict) -> [ScanFinding] {
    findings.filter { $0.verdict == verdict }
  }
}

extension ScanReport {
  /// Looks into the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What it is called: only a program is recognised by it (`.py`).
  /// - Complexity: O(*n*) in the bytes after decompression, of which at most 4 GiB are looked at.
  public init(scanning bytes: [UInt8], named name: String = "") {
    var scanner = ContentScanner()
    scanner.scan(bytes, named: name)
    self = scanner.report
  }
}
