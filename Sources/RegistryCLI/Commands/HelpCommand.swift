import Registry

extension Command {
  static let help = Command(
    "help", in: .help, summary: "show how to use a command, or list all commands",
    arguments: [.commandName], options: [.json],
    examples: [Example("registry help help", "tells all about this command")]
  ) { invocation, console in
    let name = invocation.argument(ifGiven: .commandName)
    let command = try name.map { try invocation.table.command(named: $0) }
    if invocation.flag(.json) {
      try console.write(command?.json ?? invocation.table.json)
    } else if let command {
      try console.write(CommandHelp(command: command).text(for: console))
    } else {
      try console.write(Overview(table: invocation.table, isFull: true).text(for: console))
    }
    return .done
  }
}

extension Argument {
  fileprivate static let commandName = Argument(
    "COMMAND", .command, help: "the command to tell about", isOptional: true)
}
