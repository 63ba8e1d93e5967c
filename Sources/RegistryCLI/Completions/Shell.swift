/// The shells that completion scripts are written for.
enum Shell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish

  /// A script that completes every command of the table.
  func completionScript(for table: CommandTable) -> String {
    switch self {
    case .bash: BashCompletion(table: table).script
    case .zsh: ZshCompletion(table: table).script
    case .fish: FishCompletion(table: table).script
    }
  }
}
