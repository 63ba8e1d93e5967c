/// Headed sections, wrapped to a width: the form of every help text.
struct HelpPage {
  /// What stands left, and what it means.
  typealias Entry = (label: String, text: String)

  private let width: Int
  private let style: TextStyle
  private(set) var text = ""

  init(width: Int, style: TextStyle) {
    self.width = width
    self.style = style
  }

  mutating func heading(_ title: String) {
    if !text.isEmpty { text += "\n" }
    text += style(.bold, title) + "\n"
  }

  /// Wrapped text; the lines after the first stand `hanging` cells further in.
  mutating func paragraph(_ paragraph: String, indent: Int = 2, hanging: Int = 0) {
    let lines = paragraph.wrapped(to: width - indent - hanging)
    for (index, line) in lines.enumerated() {
      let margin = index == 0 ? indent : indent + hanging
      text += line.isEmpty ? "\n" : String(repeating: " ", count: margin) + line + "\n"
    }
  }

  /// Two columns; a label too wide for the first has its text on the next line.
  mutating func entries(_ entries: [Entry]) {
    let widest = entries.map(\.label.cellCount).max() ?? 0
    let column = min(widest, Self.widestLabel)
    for entry in entries {
      let lines = entry.text.wrapped(to: width - column - 4)
      let isWide = entry.label.cellCount > column
      text += "  " + (isWide ? entry.label + "\n" : "")
      for (index, line) in lines.enumerated() {
        let left = index == 0 && !isWide ? entry.label : ""
        // The indent before the first label is written already.
        let margin = index == 0 && !isWide ? "" : "  "
        text += margin + left.padded(to: column) + "  " + line + "\n"
      }
    }
  }

  private static let widestLabel = 24
}
