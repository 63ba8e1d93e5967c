/// A completion script for fish 3.4 or newer.
struct FishCompletion {
  let table: CommandTable

  var script: String {
    """
    # fish completion for registry, written by 'registry completions fish'

    # The options that take a value, one a line, of a command; of '', those that stand before one.
    function __registry_valued
        switch "$argv[1]"
    \(valuedCases.joined(separator: "\n"))
        end
    end

    \(Self.engine)
    complete -c registry -f
    complete -c registry -n '__registry_at ""' -s h -l help -d 'show help'
    complete -c registry -n '__registry_at ""' -l version -d 'print the version of this program'
    \(lines.joined(separator: "\n"))

    """
  }

  private var lines: [String] {
    Option.beforeCommand.map { line($0, condition: "__registry_at \"\"") }
      + table.commands.map { command in
        "complete -c registry -n '__registry_at \"\"' -a \(command.name) -d \(quoted(command.summary))"
      }
      + table.commands.flatMap(lines)
  }

  private func lines(of command: Command) -> [String] {
    command.options.map { line($0, condition: "__registry_at \(command.name)") }
      + command.arguments.enumerated().map { index, argument in
        let places = argument.isRepeating ? "\(index + 1)" : "\(index + 1) \(index + 1)"
        return "complete -c registry -n '__registry_at \(command.name) \(places)'"
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

  private var valuedCases: [String] {
    let commands = table.commands.map { ($0.name, $0.options) }
    return ([("''", Option.beforeCommand)] + commands).compactMap { name, options in
      let spellings = options.filter { $0.value != nil }.flatMap(\.spellings)
      if spellings.isEmpty { return nil }
      return """
                case \(name)
                    printf '%s\\n' \(spellings.joined(separator: " "))
        """
    }
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
