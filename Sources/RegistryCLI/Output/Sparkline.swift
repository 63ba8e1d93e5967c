/// A curve as one line of blocks of eight heights.
enum Sparkline {
  /// The line, of at most so many cells; each is the mean of what falls into it.
  ///
  /// - Returns: Empty where nothing is finite; a space where nothing in a cell is.
  static func text(_ values: [Double], width: Int = 24) -> String {
    let count = min(width, values.count)
    let means = (0..<count).map { cell in
      mean(values[cell * values.count / count..<(cell + 1) * values.count / count])
    }
    let finite = means.compactMap { $0 }
    guard let lowest = finite.min(), let highest = finite.max() else { return "" }
    return String(means.map { $0.map { block($0, lowest, highest) } ?? " " })
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double? {
    let finite = values.filter(\.isFinite)
    guard !finite.isEmpty else { return nil }
    // Divided first: the sum of finite numbers need not be finite.
    return finite.reduce(0) { $0 + $1 / Double(finite.count) }
  }

  private static func block(_ value: Double, _ lowest: Double, _ highest: Double) -> Character {
    let height = highest / 2 - lowest / 2
    guard height > 0 else { return blocks[0] }
    let share = (value / 2 - lowest / 2) / height
    return blocks[min(blocks.count - 1, max(0, Int(share * Double(blocks.count))))]
  }

  private static let blocks = Array("▁▂▃▄▅▆▇█")
}
