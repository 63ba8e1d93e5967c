/// A completion script for bash 4 or newer; needs no package of completions.
///
/// The table becomes two functions that answer questions, `_registry_options` and `_registry_kind`;
/// what asks them is the same for every table. Nothing that comes from disk is expanded by the
/// shell (`compgen -W` would): versions are compared as text.
struct BashCompletion {
  let table: CommandTable

  var script: String {
    """
    # bash completion for registry, written by 'registry completions bash'

    # The options of a command.
    _registry_options() {
        case "$1" in
    \(lines(optionCases, indent: 4))
        esac
    }

    # What the value of an option or the argument at a place is: 'COMMAND OPTION' or 'COMMAND PLACE'.
    # Nothing for flags and for places beyond the last argument.
    _registry_kind() {
        case "$1" in
    \(lines(kindCases, indent: 4))
            *) kind="" ;;
        esac
    }

    \(Self.engine)
    """
  }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent + 4) + $0 }.joined(separator: "\n")
  }

  private var optionCases: [String] {
    let before = ["--help", "-h", "--version"] + Option.beforeCommand.flatMap(\.spellings)
    return ["\"\") options=\"\(before.joined(separator: " "))\" ;;"]
      + table.commands.map { command in
        let names = command.options.flatMap(\.spellings).joined(separator: " ")
        return "\(command.name)) options=\"\(names)\" ;;"
      }
  }

  private var kindCases: [String] {
    let commands = table.commands.map(\.name).joined(separator: " ")
    return Option.beforeCommand.compactMap { optionCase($0, of: "") }
      + ["\" 1\") kind=\"words \(commands)\" ;;"]
      + table.commands.flatMap { command in
        command.options.compactMap { optionCase($0, of: command.name) }
          + command.arguments.enumerated().map { place, argument in
            let pattern =
              argument.isRepeating
              ? "\"\(command.name) \"[0-9]*" : "\"\(command.name) \(place + 1)\""
            return "\(pattern)) kind=\"\(word(for: argument.kind))\" ;;"
          }
      }
  }

  private func optionCase(_ option: Option, of command: String) -> String? {
    guard let value = option.value else { return nil }
    let patterns = option.spellings.map { "\"\(command) \($0)\"" }.joined(separator: " | ")
    return "\(patterns)) kind=\"\(word(for: value.kind))\" ;;"
  }

  private func word(for kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .file: "file"
    case .directory: "directory"
    case .version: "version"
    case .command: "words " + table.commands.map(\.name).joined(separator: " ")
    case .oneOf(let words): "words " + words.joined(separator: " ")
    }
  }
}
