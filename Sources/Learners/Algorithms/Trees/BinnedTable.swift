/// The rows of a table, each cell sorted into a bin: one byte a cell.
public struct BinnedTable: Sendable, Equatable {
  /// What sorted them; models keep it, to treat other rows the same way.
  public let binner: FittedColumnBinner
  /// How many rows there are.
  public let rowCount: Int
  /// Panels of eight columns: for each panel, row by row, eight bins in one word, the first column
  /// in its lowest byte. One read so serves eight histograms, also for rows that lie scattered.
  private(set) var words: [UInt64]

  /// How many columns share a word.
  static let panelWidth = 8

  /// How many columns there are.
  var columnCount: Int { binner.inputs.count }
  /// How many panels there are.
  var panelCount: Int { (columnCount + Self.panelWidth - 1) / Self.panelWidth }

  /// Rows whose cells are all in bin 0.
  init(binner: FittedColumnBinner, rowCount: Int) {
    self.binner = binner
    self.rowCount = rowCount
    let panels = (binner.inputs.count + Self.panelWidth - 1) / Self.panelWidth
    words = [UInt64](repeating: 0, count: panels * rowCount)
  }

  /// The columns of a panel.
  func columns(ofPanel panel: Int) -> Range<Int> {
    panel * Self.panelWidth..<min((panel + 1) * Self.panelWidth, columnCount)
  }

  /// Where the word of a column's first row is, and by how many bits its byte is shifted.
  func place(ofColumn column: Int) -> (start: Int, shift: UInt64) {
    (column / Self.panelWidth * rowCount, UInt64(column % Self.panelWidth * 8))
  }

  /// Puts a column's bins where bin 0 was.
  mutating func setColumn(_ column: Int, _ bins: [UInt8]) {
    precondition(bins.count == rowCount, "one bin a row")
    let (start, shift) = place(ofColumn: column)
    for row in bins.indices { words[start + row] |= UInt64(bins[row]) << shift }
  }
}
