import Registry

extension Command {
  static let completions = Command(
    "completions", in: .help, summary: "print a script that teaches a shell to complete commands",
    discussion: """
      The script completes commands, options, their values, files and registered versions. It goes \
      to standard output: put it where the shell looks for it.

        bash  ~/.local/share/bash-completion/completions/registry
        zsh   _registry in a directory of $fpath
        fish  ~/.config/fish/completions/registry.fish
      """,
    arguments: [.shell],
    examples: [
      Example(
        "registry completions fish > ~/.config/fish/completions/registry.fish",
        "completes from the next fish on"),
      Example("source <(registry completions bash)", "completes in this bash at once"),
    ]
  ) { invocation, console in
    let name = try invocation.argument(.shell)
    guard let shell = Shell(rawValue: name) else {
      throw invocation.failure(.unexpectedArgument(name))
    }
    try console.write(shell.completionScript(for: invocation.table))
    return .done
  }
}

extension Argument {
  fileprivate static let shell = Argument(
    "SHELL", .oneOf(Shell.allCases.map(\.rawValue)), help: "the shell to write for")
}
