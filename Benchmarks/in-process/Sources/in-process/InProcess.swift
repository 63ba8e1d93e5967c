import Registry

/// What serving code pays to resolve the champion, verified by its fingerprint.
///
/// usage: in-process DIRECTORY, where the registry is
@main struct InProcess {
  static func main() throws {
    let registry = ModelRegistry(at: CommandLine.arguments.dropFirst().first ?? "models/registry")
    // Leaves the fingerprint, where there is none.
    _ = try registry.verify()
    let clock = ContinuousClock()
    let microseconds = try (0..<20_000).map { _ in
      let taken = try clock.measure { _ = try registry.resolve(.alias(.champion)) }
      return Double(taken.components.attoseconds) / 1e12
    }.sorted()
    print("resolve champion, in process: \(microseconds[10_000]) µs (median of 20,000)")
  }
}
