/// Rows under headings, aligned in terminal cells.
///
/// Cells are escaped for the terminal here, so that they may hold what others wrote.
struct TextTable {
  enum Alignment: Sendable {
    case left
    /// For numbers.
    case right
  }

  struct Column: Sendable {
    let title: String
    let alignment: Alignment

    init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row with one cell a column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has one cell a column")
    rows.append(cells.map(\.escapedForTerminal))
  }

  /// The whole table: every line ends with a line break and without spaces before it.
  func text(style: TextStyle = .plain) -> String {
    let titles = columns.map(\.title)
    var widths = titles.map(\.cellCount)
    for row in rows {
      for column in columns.indices { widths[column] = max(widths[column], row[column].cellCount) }
    }
    var heading: [UInt8] = []
    write(titles, widths, to: &heading)
    var text = Array(style(.bold, String(decoding: heading, as: UTF8.self)).utf8)
    text.append(UInt8(ascii: "\n"))
    for row in rows {
      write(row, widths, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// As bytes, and all rows into one buffer: a list may have thousands.
  private func write(_ cells: [String], _ widths: [Int], to text: inout [UInt8]) {
    let start = text.count
    let space = UInt8(ascii: " ")
    for column in columns.indices {
      if column > 0 { text.append(contentsOf: [space, space]) }
      let padding = repeatElement(space, count: widths[column] - cells[column].cellCount)
      if columns[column].alignment == .right { text.append(contentsOf: padding) }
      text.append(contentsOf: cells[column].utf8)
      if columns[column].alignment == .left { text.append(contentsOf: padding) }
    }
    while text.count > start, text.last == space { text.removeLast() }
  }
}
