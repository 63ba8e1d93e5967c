import Registry

/// An error whose advice names the registry that the command was about, where that was typed: a
/// command that is typed as advised must not act on another one.
struct PlacedError: ReportableError {
  let message: String
  let remedy: String?
  let exitCode: ExitCode

  /// - Returns: `nil` when the error needs no such advice.
  init?(_ error: any ReportableError, _ invocation: Invocation) {
    guard let remedy = error.remedy, let place = invocation.typedPlace else { return nil }
    message = error.message
    self.remedy = Self.placed(remedy, at: place, commands: invocation.table.commands)
    exitCode = error.exitCode
  }

  /// Advice with the place behind the name of each command that takes one.
  static func placed(_ advice: String, at place: String, commands: [Command]) -> String {
    commands.filter { $0.option(spelled: Option.registry.name) != nil }
      .reduce(advice) { text, command in
        text.split(separator: " ", omittingEmptySubsequences: false).reduce(into: [Substring]()) {
          words, word in
          words.append(word)
          let isNamed =
            word.trimmedOfMarks == command.name
            && words.dropLast().last?
              .trimmedOfMarks == "registry"
          if isNamed {
            let marks = word.suffix(word.count - word.prefix { !")',;:".contains($0) }.count)
            words[words.count - 1] = word.dropLast(marks.count) + " \(place)" + marks
          }
        }.joined(separator: " ")
      }
  }
}

extension Substring {
  /// Without the marks around a word.
  fileprivate var trimmedOfMarks: Substring {
    let start = drop { "('".contains($0) }
    return start.prefix { !")',;:".contains($0) }
  }
}

extension Invocation {
  /// The option that says which registry, as it was typed; `nil` when the default is meant.
  var typedPlace: String? {
    for option in Option.place {
      guard let value = options[option.name]?.last, value.source == .commandLine,
        option.value != nil
      else { continue }
      return "\(option.name) \(quotedForShell(value.text))"
    }
    return nil
  }
}
