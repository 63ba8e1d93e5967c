import Registry

/// What `registry COMMAND --help` prints, all of it from the command's entry in the table.
struct CommandHelp {
  let command: Command

  func text(for console: Console) -> String {
    text(width: console.textWidth, style: console.outputStyle)
  }

  func text(width: Int = 80, style: TextStyle = .plain) -> String {
    var page = HelpPage(width: width, style: style)
    page.heading("USAGE")
    page.paragraph(usage, hanging: 4)
    page.heading("WHAT IT DOES")
    page.paragraph(command.summary)
    if !command.discussion.isEmpty { page.paragraph("\n" + command.discussion) }
    if !command.arguments.isEmpty {
      page.heading("ARGUMENTS")
      page.entries(command.arguments.map(entry))
    }
    page.heading("OPTIONS")
    page.entries(command.options.map { $0.helpEntry })
    if !command.environment.isEmpty {
      page.heading("ENVIRONMENT")
      page.entries(command.environment.map { ($0.name, $0.help) })
    }
    page.heading("EXIT CODES")
    page.entries(ExitCode.helpEntries(for: command.exitCodes))
    page.heading(command.examples.count == 1 ? "EXAMPLE" : "EXAMPLES")
    for example in command.examples {
      page.paragraph(" " + example.line, indent: 1)
      page.paragraph(example.meaning, indent: 6)
    }
    return page.text
  }

  private var usage: String {
    let required = command.options.filter { $0.value?.isRequired == true }.map(\.usage)
    let words = [command.fullName] + command.arguments.map(\.usage) + required + ["[OPTION ...]"]
    return words.joined(separator: " ")
  }

  private func entry(_ argument: Argument) -> HelpPage.Entry {
    var notes: [String] = []
    if case .oneOf(let allowed) = argument.kind {
      notes.append("one of: \(allowed.joined(separator: ", "))")
    }
    if argument.isOptional { notes.append("optional") }
    return (argument.name, argument.help + notes.inParentheses)
  }
}

extension Option {
  /// `--alias NAME`, or the name alone for a flag.
  var usage: String { value.map { "\(name) \($0.placeholder)" } ?? name }

  fileprivate var helpEntry: HelpPage.Entry {
    ((short.map { "-\($0), " } ?? "    ") + usage, help + notes.inParentheses)
  }

  private var notes: [String] {
    guard let value else { return [] }
    var notes: [String] = []
    if case .oneOf(let allowed) = value.kind {
      notes.append("one of: \(allowed.joined(separator: ", "))")
    }
    if value.isRequired { notes.append("required") }
    if value.isRepeatable { notes.append("may be given several times") }
    if let text = value.defaultValue?.text { notes.append("default: \(text)") }
    if let variable = value.environment { notes.append("environment: \(variable)") }
    return notes
  }
}

extension ExitCode {
  /// Number and meaning, the numbers set flush right.
  static func helpEntries(for codes: [ExitCode]) -> [HelpPage.Entry] {
    let width = codes.map { "\($0.rawValue)".count }.max() ?? 0
    return codes.map { ("\($0.rawValue)".paddedLeft(to: width), $0.summary) }
  }
}

extension [String] {
  /// ` (one; other)`, or nothing.
  fileprivate var inParentheses: String { isEmpty ? "" : " (\(joined(separator: "; ")))" }
}
