/// A completion script for fish 3.4 or newer.
struct FishCompletion {
  let table: CommandTable

  var script: String {
    """
    # fish completion for registry, written by 'registry completions fish'

    # The options that take a value, of the command that is given; before one, those of registry.
    function __registry_valued
        switch "$argv[1]"
            case ''
                echo \(valued(Option.beforeCommand))
    \(table.commands.map(valuedCase).joined(separator: "\n"))
        end
    end

    \(Self.engine)
    complete -c registry -f
    complete -c registry -n '__registry_at "" 1' -s h -l help -d 'show help'
    complete -c registry -n '__registry_at "" 1' -l version -d 'print the version of this program'
    \(lines.joined(separator: "\n"))

    """
  }

  private var lines: [String] {
    Option.beforeCommand.map { line($0, condition: "__registry_at \"\" 1") }
      + table.commands.map { command in
        "complete -c registry -n '__registry_at \"\" 1' -a \(command.name) -d \(quoted(command.summary))"
      }
      + table.commands.flatMap(lines)
  }

  private func lines(of command: Command) -> [String] {
    command.options.map { line($0, condition: "__registry_at \(command.name)") }
      + command.arguments.enumerated().map { index, argument in
        let place = argument.isRepeating ? "" : " \(index + 1)"
        let least = argument.isRepeating && index > 0 ? " '' \(index + 1)" : ""
        return "complete -c registry -n '__registry_at \(command.name)\(place)\(least)'"
          + values(argument.kind, isArgument: true)
      }
  }

  private func line(_ option: Option, condition: String) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let action = option.value.map { values($0.kind, isArgument: false) } ?? ""
    return "complete -c registry -n '\(condition)'\(short) -l \(option.name.dropFirst(2))\(action)"
      + " -d \(quoted(option.help))"
  }

  private func values(_ kind: ValueKind, isArgument: Bool) -> String {
    let required = isArgument ? "" : " -r"
    return switch kind {
    case .text: isArgument ? " -f" : " -x"
    case .file: required + " -F"
    case .directory: "\(required) -f -a '(__fish_complete_directories (commandline -ct))'"
    case .version: "\(required) -f -a '(__registry_versions)'"
    case .command: "\(required) -f -a '\(table.commands.map(\.name).joined(separator: " "))'"
    case .oneOf(let words): "\(required) -f -a '\(words.joined(separator: " "))'"
    }
  }

  private func valuedCase(_ command: Command) -> String {
    """
            case \(command.name)
                echo \(valued(command.options))
    """
  }

  private func valued(_ options: [Option]) -> String {
    options.filter { $0.value != nil }.flatMap(\.spellings).joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
