import Registry

/// What `registry` alone and `registry help` print.
struct Overview {
  let table: CommandTable
  /// With the environment and every exit code, too.
  let isFull: Bool

  func text(for console: Console) -> String {
    text(width: console.textWidth, style: console.outputStyle)
  }

  func text(width: Int = 80, style: TextStyle = .plain) -> String {
    var page = HelpPage(width: width, style: style)
    page.paragraph(
      "registry keeps, compares, promotes and serves model versions as plain files.", indent: 0)
    page.heading("USAGE")
    page.paragraph("registry COMMAND [ARGUMENT ...] [OPTION ...]")
    for group in CommandGroup.allCases {
      let commands = table.commands.filter { $0.group == group }
      if commands.isEmpty { continue }
      page.heading(group.rawValue)
      page.entries(commands.map { ($0.name.padded(to: longestName), $0.summary) })
    }
    if isFull { addReference(to: &page) }
    page.paragraph("\n'registry help COMMAND' tells all about one command.", indent: 0)
    return page.text
  }

  private func addReference(to page: inout HelpPage) {
    page.heading("OPTIONS")
    page.entries([
      ("-h, --help", "show this help, or that of a command"),
      ("    --version", "print the version of this program"),
    ])
    page.heading("ENVIRONMENT")
    page.entries(
      environment + [
        ("REGISTRY_STRICT", "stands in for --strict when it is set and not 0"),
        ("NO_COLOR", "when set, nothing is coloured"),
      ])
    page.heading("EXIT CODES")
    page.entries(ExitCode.helpEntries(for: ExitCode.allCases))
  }

  /// Every variable that an option falls back to or a command reads, in the order of the table.
  private var environment: [HelpPage.Entry] {
    var entries: [HelpPage.Entry] = []
    func add(_ variable: String, _ help: String) {
      if !entries.contains(where: { $0.label == variable }) { entries.append((variable, help)) }
    }
    for command in table.commands {
      for option in command.options {
        guard let variable = option.value?.environment else { continue }
        add(variable, "stands in for \(option.name): \(option.help)")
      }
      for variable in command.environment { add(variable.name, variable.help) }
    }
    return entries
  }

  private var longestName: Int { table.commands.map(\.name.cellCount).max() ?? 0 }
}
