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
    let widths = columns.indices.map { column in
      rows.reduce(titles[column].cellCount) { max($0, $1[column].cellCount) }
    }
    let heading = style(.bold, line(titles, widths))
    return ([heading] + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for column in columns.indices {
      if column > 0 { line += "  " }
      switch columns[column].alignment {
      case .left: line += cells[column].padded(to: widths[column])
      case .right: line += cells[column].paddedLeft(to: widths[column])
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
