extension PredictionCells {
  /// As many rows of each label, drawn with replacement: multinomial counts.
  func resampled(_ bits: inout RandomBits) -> PredictionCells {
    PredictionCells(positives: positives.resampled(&bits), negatives: negatives.resampled(&bits))
  }
}

extension PairedProportions {
  /// One count after the other, each binomial given those before.
  fileprivate func resampled(_ bits: inout RandomBits) -> PairedProportions {
    var (rowsLeft, weightLeft) = (count, count)
    func draw(_ weight: Int, _ bits: inout RandomBits) -> Int {
      guard weightLeft > 0 else { return 0 }
      let drawn = bits.binomial(rowsLeft, Double(weight) / Double(weightLeft))
      rowsLeft -= drawn
      weightLeft -= weight
      return drawn
    }
    let drawnBoth = draw(both, &bits)
    let drawnFirst = draw(firstOnly, &bits)
    let drawnSecond = draw(secondOnly, &bits)
    return PairedProportions(
      uncheckedBoth: drawnBoth, firstOnly: drawnFirst, secondOnly: drawnSecond, neither: rowsLeft)
  }
}
