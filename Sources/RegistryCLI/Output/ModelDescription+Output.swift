import Learners
import Registry

extension ModelDescription {
  /// For people; `path` is the file.
  func text(path: String, style: TextStyle) -> String {
    let facts: [(String, String?)] = [
      ("file", path), ("format", format?.rawValue ?? "unknown"),
      (
        "producer", producer.map { [$0.name, $0.version].compactMap { $0 }.joined(separator: " ") }
      ),
      ("size", counted(byteCount, "byte")), ("labels", labels.joined(separator: ", ")),
      ("trees", trees.map(\.phrase)), ("scored", obstacle.map { "no: \($0.message)" } ?? "yes"),
    ]
    var text = ""
    for case (let name, let value?) in facts where !value.isEmpty {
      text += "\(name.padded(to: 11))  \(value.escapedForTerminal)\n"
    }
    if !inputs.isEmpty { text += "\n" + inputTable.text(style: style) }
    if !outputs.isEmpty { text += "\n" + outputTable.text(style: style) }
    guard !steps.isEmpty else { return text }
    return text + "\nSTEPS\n" + steps.map { $0.lines(depth: 0) }.joined()
  }

  private var inputTable: TextTable {
    var table = TextTable([
      .init("INPUT"), .init("TYPE"), .init("COLUMNS", .right), .init("CATEGORIES", .right),
    ])
    for (place, input) in inputs.enumerated() {
      table.add([
        input.name ?? "#\(place + 1)", input.type ?? "-", input.width?.description ?? "-",
        input.categoryCount?.description ?? "-",
      ])
    }
    return table
  }

  private var outputTable: TextTable {
    var table = TextTable([.init("OUTPUT"), .init("TYPE")])
    for output in outputs { table.add([output.name, output.type ?? "-"]) }
    return table
  }

  /// For programs; `path` is the file.
  func json(path: String) -> JSONValue {
    .object([
      "path": .string(path),
      "format": .optional(format?.rawValue),
      "producer": producer.map {
        .object(["name": .string($0.name), "version": .optional($0.version)])
      } ?? .null,
      "bytes": .integer(byteCount),
      "inputs": .array(inputs.map(\.json)),
      "outputs": .array(
        outputs.map { .object(["name": .string($0.name), "type": .optional($0.type)]) }),
      "labels": .array(labels.map(JSONValue.string)),
      "trees": trees?.json ?? .null,
      "steps": .array(steps.map(\.json)),
      "scorable": .bool(obstacle == nil),
      "obstacle": .optional(obstacle?.message),
    ])
  }
}

extension ModelDescription.Input {
  fileprivate var json: JSONValue {
    .object([
      "name": .optional(name), "type": .optional(type),
      "columns": width.map(JSONValue.integer) ?? .null,
      "categories": categoryCount.map(JSONValue.integer) ?? .null,
    ])
  }
}

extension ModelDescription.Step {
  /// The step and those in it, deeper ones further in.
  fileprivate func lines(depth: Int) -> String {
    var line = String(repeating: "  ", count: depth) + name
    if count > 1 { line += " × \(count)" }
    if let detail { line += " (\(detail))" }
    if let obstacle { line += ": \(obstacle)" }
    return line.escapedForTerminal + "\n" + children.map { $0.lines(depth: depth + 1) }.joined()
  }

  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "detail": .optional(detail), "count": .integer(count),
      "obstacle": .optional(obstacle), "steps": .array(children.map(\.json)),
    ])
  }
}

extension TreeCounts {
  fileprivate var phrase: String {
    "\(counted(count, "tree")), \(leafCount) \(leafCount == 1 ? "leaf" : "leaves"), at most "
      + "\(counted(depth, "test")) deep"
  }

  fileprivate var json: JSONValue {
    .object(["count": .integer(count), "leaves": .integer(leafCount), "depth": .integer(depth)])
  }
}
