import Registry
import Testing

@Suite struct `A timestamp` {
  // Expected numbers from GNU date: date -u -d TEXT +%s
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-01-15T10:30:00Z", 1_768_473_000),
    ("2026-01-15T10:30:00+00:00", 1_768_473_000), ("2026-01-15T11:30:00+01:00", 1_768_473_000),
    ("2026-01-15T10:30:00.737556", 1_768_473_000), ("2000-02-29T23:59:59Z", 951_868_799),
    ("1969-12-31T23:59:59Z", -1), ("2026-01-15 10:30:00", 1_768_473_000),
  ])
  func `reads what this library and Python write`(text: String, seconds: Int) {
    #expect(Timestamp(text)?.secondsSinceEpoch == seconds)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01T00:00:00Z", "2026-01-15", "2026-01-15T10:30:00Zx", "yesterday",
    "2026-01-15T25:00:00Z", "2026-01-15T10:30:00+0100", "2026-02-30T00:00:00Z",
  ])
  func `is nil for anything else`(text: String) { #expect(Timestamp(text) == nil) }

  @Test func `writes what it reads`() {
    for seconds in [0, 951_868_799, 1_768_473_000, -1, 4_102_444_799, -2_208_988_800] {
      let timestamp = Timestamp(secondsSinceEpoch: seconds)
      #expect(Timestamp(timestamp.description) == timestamp)
    }
    #expect(Timestamp(secondsSinceEpoch: 951_868_799).description == "2000-02-29T23:59:59Z")
  }
}
