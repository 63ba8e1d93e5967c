/// A completion script for zsh; works from `$fpath` and when sourced.
struct ZshCompletion {
  let table: CommandTable

  var script: String {
    """
    #compdef registry
    # zsh completion for registry, written by 'registry completions zsh'

    # Adds the options that say which registry is meant to 'place'.
    _registry_place() {
        local option
        for option in --registry -r --model; do
            (( $+opt_args[$option] )) && place+=($option ${(Q)opt_args[$option]})
        done
    }

    # Registered versions of that registry.
    _registry_versions() {
        local -a versions
        _registry_place
        versions=(${(f)"$(registry list --names-only $place 2>/dev/null)"})
        compadd -a versions
    }

    _registry_commands() {
        local -a commands
        commands=(
    \(lines(table.commands.map { quoted("\(escapedColons($0.name)):\($0.summary)") }, indent: 8))
        )
        _describe command commands
    }

    _registry() {
        local curcontext="$curcontext" state line
        local -A opt_args
        local -a place
        _arguments -C -s -S \\
    \(specs(globalSpecs, indent: 8))
        [[ $state == arguments ]] || return
        _registry_place
        case $line[1] in
    \(table.commands.map(caseOf).joined(separator: "\n"))
        esac
    }

    if [[ $funcstack[1] == _registry ]]; then
        _registry "$@"
    else
        compdef _registry registry
    fi

    """
  }

  private var globalSpecs: [String] {
    ["'(-h --help)'{-h,--help}'[show help]'", "'--version[print the version of this program]'"]
      + Option.beforeCommand.flatMap(specs)
      + ["'(-):command:_registry_commands'", "'(-)*::argument:->arguments'"]
  }

  private func caseOf(_ command: Command) -> String {
    let all = command.options.flatMap(specs) + command.arguments.map(spec)
    return """
              \(command.name))
                  _arguments -s -S \\
      \(specs(all, indent: 16)) ;;
      """
  }

  private func specs(_ option: Option) -> [String] {
    let others = option.value?.isRepeatable == true ? "*" : excluded(option)
    let help = "[\(escaped(option.help))]"
    return option.spellings.map { spelling in
      guard let value = option.value else { return quoted(others + spelling + help) }
      let joint = spelling.hasPrefix("--") ? "=" : "+"
      let tail = ":\(escaped(value.placeholder)):\(action(value.kind))"
      return quoted(others + spelling + joint + help + tail)
    }
  }

  private func excluded(_ option: Option) -> String {
    option.short == nil ? "" : "(\(option.spellings.joined(separator: " ")))"
  }

  private func spec(_ argument: Argument) -> String {
    let start = (argument.isRepeating ? "*" : "") + (argument.isOptional ? "::" : ":")
    return quoted("\(start)\(escaped(argument.name)):\(action(argument.kind))")
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .text: " "
    case .file: "_files"
    case .directory: "_files -/"
    case .version: "_registry_versions"
    case .command: "_registry_commands"
    case .oneOf(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private func specs(_ specs: [String], indent: Int) -> String {
    specs.map { String(repeating: " ", count: indent) + $0 }.joined(separator: " \\\n")
  }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }

  private func escapedColons(_ text: String) -> String {
    text.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
  }

  /// What has a meaning inside a spec of `_arguments`, with a backslash before it.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
