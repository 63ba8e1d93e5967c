/// The versions that an alias could go back to: settings push, rollbacks pop.
///
/// So a rollback is not itself a place to go back to: after promoting A, B and C, two rollbacks
/// lead to B and then to A.
struct PromotionStack {
  /// Earlier versions first; the last one is what the alias means now.
  private(set) var versions: [ModelVersion] = []

  /// Replays the events of one alias, oldest first.
  init(_ events: [JournalEntry]) {
    // The first event of a registry that another tool began says what was before.
    if let first = events.first, let previous = first.previous {
      versions = first.event == .rollback ? [first.version, previous] : [previous]
    }
    for event in events {
      if event.event == .rollback, let index = versions.lastIndex(of: event.version) {
        versions.removeSubrange((index + 1)...)
      } else if versions.last != event.version {
        // Setting an alias anew to what it means is no place to go back to.
        versions.append(event.version)
      }
    }
  }

  /// The last version before the present one that was neither yanked nor pruned.
  func previous(skipping retirements: Retirements) -> ModelVersion? {
    guard let current = versions.last else { return nil }
    return versions.dropLast().last {
      $0 != current && retirements.yanked[$0] == nil && retirements.pruned[$0] == nil
    }
  }
}
