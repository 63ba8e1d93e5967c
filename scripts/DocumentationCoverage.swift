import Foundation

// Finds public symbols without documentation in the symbol graph of a module, and top-level ones
// that its front page does not list once.
//
//   DocumentationCoverage MODULE.symbols.json MODULE.md
//
// The graph is what `swift-symbolgraph-extract -minimum-access-level public
// -skip-synthesized-members` writes. The rules:
//
// 1. A symbol written in the sources has a documentation comment: its own, or the one that the
//    compiler hands down from the documented requirement of a protocol that the symbol fulfils.
//    So `==`, `<`, `description`, `hash(into:)` and `message` of a ReportableError need none.
// 2. Its own comment begins with a summary: text, not a list such as `- Throws:`.
// 3. Exempt is what the compiler makes (it has no place in the sources): `init(rawValue:)`,
//    `allCases`, derived `==`, and members that come with a conformance.
// 4. The front page lists every top-level symbol once, as "- ``Name``".

struct SymbolGraph: Decodable {
  let symbols: [Symbol]
  let relationships: [Relationship]
}

struct Relationship: Decodable {
  let source: String
  /// Where a symbol's comment comes from when it is not its own.
  let sourceOrigin: Origin?

  struct Origin: Decodable { let displayName: String }
}

struct Symbol: Decodable {
  let identifier: Identifier
  let pathComponents: [String]
  let docComment: Comment?
  let location: Location?

  struct Identifier: Decodable { let precise: String }
  struct Comment: Decodable {
    let lines: [Line]
    struct Line: Decodable { let text: String }
  }
  struct Location: Decodable {
    let uri: String
    let position: Position
    struct Position: Decodable { let line: Int }
  }

  var name: String { pathComponents.joined(separator: ".") }

  /// `path:line`, relative to the working directory, lines from 1.
  var place: String {
    guard let location else { return "(compiler)" }
    let path = location.uri.replacingOccurrences(of: "file://", with: "")
    let here = FileManager.default.currentDirectoryPath + "/"
    let short = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    return "\(short):\(location.position.line + 1)"
  }

  /// What is wrong with the documentation, if something is.
  func problem(inheritsComment: Bool) -> String? {
    guard location != nil else { return nil }
    let lines = (docComment?.lines ?? []).map { $0.text.trimmingCharacters(in: .whitespaces) }
    guard let first = lines.first(where: { !$0.isEmpty }) else {
      return "'\(name)' has no documentation comment"
    }
    let isList = first.hasPrefix("- ") && !inheritsComment
    return isList ? "the documentation of '\(name)' does not begin with a summary" : nil
  }
}

/// How often a page lists a symbol.
func listings(of name: String, in page: String) -> Int {
  page.split(separator: "\n").count { $0 == "- ``\(name)``" }
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let graphPath = arguments.first, let pagePath = arguments.last else {
  FileHandle.standardError.write(Data("usage: DocumentationCoverage GRAPH PAGE\n".utf8))
  exit(2)
}
let graph = try JSONDecoder().decode(
  SymbolGraph.self, from: Data(contentsOf: URL(fileURLWithPath: graphPath)))
let page = try String(contentsOfFile: pagePath, encoding: .utf8)
let inheriting = Set(graph.relationships.filter { $0.sourceOrigin != nil }.map(\.source))

var problems: [String] = []
for symbol in graph.symbols {
  let inherits = inheriting.contains(symbol.identifier.precise)
  if let problem = symbol.problem(inheritsComment: inherits) {
    problems.append("\(symbol.place): \(problem)")
  }
  guard symbol.pathComponents.count == 1 else { continue }
  let count = listings(of: symbol.name, in: page)
  if count != 1 {
    problems.append("\(pagePath): '\(symbol.name)' is listed \(count) times where once is right")
  }
}
for problem in problems.sorted() { print(problem) }
let documented = graph.symbols.count { $0.location != nil }
print("\(pagePath): \(documented) public symbols, \(problems.count) problems")
exit(problems.isEmpty ? 0 : 1)
