import Registry

/// The command line program as a function: words in, exit code out, everything else handed in.
struct Program {
  let table: CommandTable
  let console: Console
  /// Looks up an environment variable.
  let environment: (String) -> String?

  /// Runs one command line.
  ///
  /// Every error ends here: it is reported on standard error and becomes the exit code. Output
  /// that could not be written counts as an error, whatever the command itself said.
  ///
  /// - Parameter words: What was typed, without the program's own name.
  /// - Returns: What the process exits with.
  func run(_ words: [String]) -> ExitCode {
    do {
      let code = try dispatch(words)
      try console.flush()
      return code
    } catch {
      return console.report(error)
    }
  }

  private func dispatch(_ words: [String]) throws -> ExitCode {
    let line = SplitCommandLine(words)
    switch line.head {
    case .nothing: try console.write(overview(isFull: false))
    case .help: try console.write(overview(isFull: true))
    case .version: try console.writeLine("registry \(ReleaseVersion.current)")
    case .noCommand: throw UsageError(.missingCommand)
    case .unknownOption(let name): throw table.unknownOption(name)
    case .command(let name): return try run(table.command(named: name), line.rest)
    }
    return .done
  }

  private func run(_ command: Command, _ words: [String]) throws -> ExitCode {
    if asksForHelp(words) { return try help(for: command) }
    let invocation = try InvocationParser.parse(
      words, command: command, table: table, environment: environment)
    // Hidden among combined flags, as in '-fh'.
    if invocation.flag(.help) { return try help(for: command) }
    try invocation.checkPlace(console, environment: environment)
    do { return try command.run(invocation, console) } catch let error as any ReportableError {
      throw PlacedError(error, invocation) ?? error
    }
  }

  private func help(for command: Command) throws -> ExitCode {
    try console.write(CommandHelp(command: command).text(for: console))
    return .done
  }

  /// Help is given even when other words are wrong: whoever asks for it is still finding out.
  private func asksForHelp(_ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  private func overview(isFull: Bool) -> String {
    Overview(table: table, isFull: isFull).text(for: console)
  }
}
