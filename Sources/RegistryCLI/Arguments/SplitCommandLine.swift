/// The words of a command line, parted into the command's name and the rest.
///
/// Shared options may stand before the name (`registry -r models/a list`); they are handed on with
/// the rest, so that one parser reads them wherever they stand.
struct SplitCommandLine: Equatable {
  enum Head: Equatable {
    case nothing
    case help
    case version
    case command(String)
    /// Options, but no command after them.
    case noCommand
    /// An option that cannot stand before a command's name.
    case unknownOption(String)
  }

  let head: Head
  let rest: [String]

  init(_ words: [String]) {
    var index = 0
    while index < words.count, words[index].hasPrefix("-"), words[index] != "-" {
      let word = words[index]
      if word == "--help" || word == "-h" { (head, rest) = (.help, []); return }
      if word == "--version" { (head, rest) = (.version, []); return }
      guard let length = Self.wordsOfSharedOption(word) else {
        (head, rest) = (.unknownOption(Self.name(of: word)), [])
        return
      }
      index += length
    }
    guard index < words.count else {
      (head, rest) = (words.isEmpty ? .nothing : .noCommand, [])
      return
    }
    head = .command(words[index])
    rest = Array(words[..<index] + words[(index + 1)...])
  }

  /// How many words a shared option takes here, or `nil` when the word is no shared option.
  private static func wordsOfSharedOption(_ word: String) -> Int? {
    let name = name(of: word)
    for option in Option.beforeCommand {
      if option.spellings.contains(name) {
        return option.value != nil && name == word ? 2 : 1
      }
      if option.value != nil, let short = option.short, !word.hasPrefix("--"),
        word.dropFirst().first == short
      {
        return 1
      }
    }
    return nil
  }

  /// The part before `=`.
  private static func name(of word: String) -> String {
    String(word.prefix { $0 != "=" })
  }
}
