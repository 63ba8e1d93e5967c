import Foundation

// Finds links between the Markdown files of the project that lead nowhere.
//
//   MarkdownLinks FILE.md ...
//
// A link is `[text](path)`, `[text](path#heading)`, `[text](#heading)` or `[text]: path`. Its path
// is relative to the file that holds it and must exist; its heading must be one of that file, as
// GitHub makes anchors of headings. Addresses with a scheme (https:, mailto:) are not followed.
// Code, in fences or between backticks, is not looked at.

/// A Markdown file without its code.
struct Page {
  let lines: [(number: Int, text: String)]

  init(path: String) throws {
    var fence: String?
    var lines: [(Int, String)] = []
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if let open = fence {
        if trimmed.hasPrefix(open) { fence = nil }
      } else if let open = ["```", "~~~"].first(where: trimmed.hasPrefix) {
        fence = open
      } else {
        lines.append((index + 1, line))
      }
    }
    self.lines = lines
  }

  /// The anchors of all headings: lower case, letters, digits, `-` and `_` kept, spaces as `-`,
  /// and `-1`, `-2` … behind an anchor that is there already.
  var anchors: Set<String> {
    var anchors: Set<String> = []
    for (_, line) in lines {
      guard let match = line.wholeMatch(of: /#{1,6}\s+(.*?)\s*#*\s*/) else { continue }
      let base = Self.anchor(String(match.1))
      var anchor = base
      var count = 0
      while !anchors.insert(anchor).inserted {
        count += 1
        anchor = "\(base)-\(count)"
      }
    }
    return anchors
  }

  private static func anchor(_ heading: String) -> String {
    let text = heading.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.1 }
    return String(
      text.lowercased().compactMap { character in
        if character == " " { return "-" }
        let isKept = character.isLetter || character.isNumber || "-_".contains(character)
        return isKept ? character : nil
      })
  }

  /// Every link's target with the line it stands on.
  var targets: [(line: Int, target: String)] {
    lines.flatMap { number, line in
      let text = line.replacing(/`[^`]*`/, with: "")
      let inline = text.matches(of: /\]\(\s*<?([^)\s>]+)>?[^)]*\)/).map { String($0.1) }
      let reference = text.prefixMatch(of: /\s{0,3}\[[^\]]+\]:\s+(\S+)/).map { String($0.1) }
      return (inline + [reference].compactMap { $0 }).map { (number, $0) }
    }
  }
}

/// What is wrong with a link, if something is.
func problem(_ target: String, from path: String) throws -> String? {
  if target.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil { return nil }
  let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
  let directory = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
  let name = parts[0].removingPercentEncoding ?? String(parts[0])
  let file = name.isEmpty ? path : directory + "/" + name
  guard FileManager.default.fileExists(atPath: file) else { return "'\(target)' does not exist" }
  guard parts.count == 2, file.hasSuffix(".md") else { return nil }
  let anchors = try Page(path: file).anchors
  return anchors.contains(String(parts[1])) ? nil : "'\(target)' names no heading"
}

var problems: [String] = []
var count = 0
let paths = CommandLine.arguments.dropFirst()
for path in paths {
  for (line, target) in try Page(path: path).targets {
    count += 1
    guard let problem = try problem(target, from: path) else { continue }
    problems.append("\(path):\(line): \(problem)")
  }
}
for problem in problems { print(problem) }
print("\(paths.count) Markdown files, \(count) links, \(problems.count) problems")
exit(problems.isEmpty ? 0 : 1)
