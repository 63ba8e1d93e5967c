import Registry

extension Command {
  static let doctor = Command(
    "doctor", in: .maintain, summary: "try out the directory, and clear what killed runs left",
    discussion: """
      Proves in the registry's own directory what the registry builds on: a rename replaces a file \
      in one step, an exclusive rename refuses a name that is taken, a lock keeps a second one out, \
      directories can be flushed, case and modes are kept, and the clocks agree. Looks for what \
      killed runs left in .registry/staging/, for lines of the history that a crash left out, and \
      for directories of versions without their mode. Prints a line each: ok, problem, repaired or \
      skipped.

      With --repair, what is provably safe is repaired; the work of a writer that lives is never \
      touched. Without it nothing changes. What is inside the versions is looked at by \
      'registry verify'.
      """,
    options: [.repair] + Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .busy, .newerFormat],
    examples: [
      Example("registry doctor", "exits 5 if there is something to be done"),
      Example("registry doctor --repair", "does what is safe"),
    ]
  ) { invocation, console in
    let result = try invocation.registry().examine(repairing: invocation.flag(.repair))
    if invocation.flag(.json) {
      try console.write(result.json)
    } else {
      for check in result.checks {
        let outcome = check.outcome.rawValue.padded(to: 8)
        try console.writeLine("\(outcome)  \(check.message)".escapedForTerminal)
        if let remedy = check.remedy {
          try console.writeLine("            fix: \(remedy)".escapedForTerminal)
        }
      }
      console.note("what is inside the versions is looked at by 'registry verify'")
    }
    return result.isHealthy ? .done : .integrityFailure
  }
}

extension Option {
  fileprivate static let repair = Option.flag(
    "--repair", help: "repair what is provably safe to repair")
}

extension Examination {
  fileprivate var json: JSONValue {
    .object([
      "healthy": .bool(isHealthy),
      "checks": .array(
        checks.map {
          .object([
            "subject": .string($0.subject.rawValue),
            "outcome": .string($0.outcome.rawValue),
            "message": .string($0.message),
            "remedy": .optional($0.remedy),
          ])
        }),
    ])
  }
}
