/// What a scan has found so far, each thing once.
struct FindingList {
  /// So many of each verdict are kept; the verdict of the file counts all.
  static let maximum = 1000

  private(set) var verdict = ScanVerdict.clean
  private(set) var findings: [ScanFinding] = []
  private(set) var imports: [ScanReport.Import] = []
  private var counts: [ScanVerdict: Int] = [:]
  private var importCounts: [ScanVerdict: Int] = [:]
  private var seen: Set<Key> = []
  private var seenImports: Set<ScanReport.Import> = []

  /// The same fact at another byte of the same content is told once.
  private struct Key: Hashable {
    let fact: ScanFinding.Fact
    let place: [String]
  }

  mutating func add(
    _ fact: ScanFinding.Fact, _ verdict: ScanVerdict, in place: [String], at offset: Int
  ) {
    self.verdict = max(self.verdict, verdict)
    guard counts[verdict, default: 0] < Self.maximum,
      seen.insert(Key(fact: fact, place: place)).inserted
    else { return }
    counts[verdict, default: 0] += 1
    findings.append(ScanFinding(fact: fact, verdict: verdict, place: place, offset: offset))
  }

  mutating func add(_ global: PickleGlobal, _ verdict: ScanVerdict) {
    let name = ScanReport.Import(name: global.shownName, verdict: verdict)
    guard importCounts[verdict, default: 0] < Self.maximum, seenImports.insert(name).inserted else {
      return
    }
    importCounts[verdict, default: 0] += 1
    imports.append(name)
  }

  /// The worst first.
  var ordered: [ScanFinding] {
    findings.filter { $0.verdict == .dangerous } + findings.filter { $0.verdict != .dangerous }
  }
}
