extension ModelRegistry {
  /// Answers the golden rows of versions again that were found as registered, and adds what became of
  /// them, and what is wrong with it.
  ///
  /// A version that is pruned meanwhile is passed over.
  func replay(
    _ versions: [ModelVersion], with replayer: GoldenRowsReplayer,
    into verification: inout Verification
  ) throws(RegistryError) {
    for version in versions {
      do throws(RegistryError) {
        let outcome = try outcome(of: version, replayer)
        verification.replays.append(.init(version: version, outcome: outcome))
        if let finding = outcome.finding(on: version) { verification.findings.append(finding) }
      } catch {
        if case .pruned = error { continue }
        verification.findings.append(error)
      }
    }
  }

  private func outcome(
    of version: ModelVersion, _ replayer: GoldenRowsReplayer
  ) throws(RegistryError) -> GoldenRowsOutcome {
    // Withdrawn or not: it is looked at, and serves nobody.
    let model = try resolve(.exact(version), verifies: false, refusesYanked: false)
    return try model.hasGoldenRows() ? replayer(model) : .absent
  }
}
