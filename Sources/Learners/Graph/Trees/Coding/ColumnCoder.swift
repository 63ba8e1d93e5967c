/// Turns the numbers of a column into codes, so that a test of any tree compares a byte or two instead of
/// a number.
///
/// The thresholds of all tests, in order, cut the numbers into ranges: a number's code is 1 more than how
/// many cuts lie below it. A number that is at most the cut of place *i* has a code of at most *i* + 1, so
/// nothing is lost. What is missing has code 0 where it passes tests, and the highest where it fails them.
struct ColumnCoder<Feature: TreeNumber>: Sendable {
  let column: Int
  /// The cuts, and +∞ until they are one less than a power of two.
  private let cuts: [Feature]
  /// How many bits the number of a cut has.
  private let steps: Int
  private let missingCode: Int
  /// Numbers are missing that are no farther from 0; below 0 for columns where 0 is a number.
  private let zeroEdge: Feature

  /// - Parameters:
  ///   - column: Where to find the numbers.
  ///   - missing: What becomes of those that are missing.
  ///   - cuts: Ascending and distinct; none is NaN.
  init(column: Int, missing: SourceTree.Missing, cuts: [Feature]) {
    self.column = column
    steps = Int.bitWidth - cuts.count.leadingZeroBitCount
    self.cuts = cuts + Array(repeating: .infinity, count: (1 << steps) - 1 - cuts.count)
    let isZeroMissing = missing == .orZeroPasses || missing == .orZeroFails
    zeroEdge = isZeroMissing ? Feature(SourceTree.Missing.zeroEdge) : -1
    switch missing {
    case .passes, .orZeroPasses: missingCode = 0
    case .fails, .orZeroFails: missingCode = cuts.count + 1
    case .isZero: missingCode = 1 + cuts.count { $0 < 0 }
    }
  }

  /// Writes the codes of rows, from the lowest `Code` on.
  ///
  /// - Parameters:
  ///   - cells: The first row, and the others after it.
  ///   - columns: How many numbers a row has.
  ///   - rows: How many there are.
  ///   - codes: Gets one code a row.
  @inline(__always)
  func code<Code: FixedWidthInteger>(
    _ cells: UnsafePointer<Feature>, columns: Int, rows: Int, into codes: UnsafeMutablePointer<Code>
  ) {
    cuts.withUnsafeBufferPointer { cuts in
      for row in 0..<rows {
        let value = cells[row &* columns &+ column]
        var rank = 0
        var bit = steps
        // A sum of bits instead of a choice: half of all branches would be guessed wrong.
        while bit > 0 {
          bit &-= 1
          let isBelow = cuts[rank &+ (1 &<< bit) &- 1] < value ? 1 : 0
          rank &+= isBelow &<< bit
        }
        let isMissing = !(abs(value) > zeroEdge)
        codes[row] = Code(
          truncatingIfNeeded: (isMissing ? missingCode : rank &+ 1) &+ Int(Code.min))
      }
    }
  }
}
