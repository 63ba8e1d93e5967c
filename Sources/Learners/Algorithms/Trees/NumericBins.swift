/// The bins of a numeric column: bin *i* ends with the values up to the *i*th threshold.
///
/// Values are compared as `Float`, thresholds are values of that type, and no value that was learned
/// from lies between a bin and the next: whoever compares `Float`s, as ONNX runtimes do, splits
/// the rows just as the bins do.
struct NumericBins: Sendable, Equatable {
  /// The column's name.
  let name: String
  /// Where bins end, ascending strictly, all finite; the last bin of values has no end.
  let thresholds: [Float]

  /// The bin of a missing cell, after all bins of values.
  var missingBin: Int { thresholds.count + 1 }

  /// - Throws: ``LearnerError/infiniteValue(column:row:)``,
  ///   ``LearnerError/wrongColumnKind(column:expected:found:)``.
  init(fitting column: Column, maxBins: Int) throws(LearnerError) {
    var present = try Self.values(of: column).filter { !$0.isNaN }
    sortByRadix(&present)
    self.init(name: column.name, thresholds: quantileThresholds(ascending: present, maxBins))
  }

  /// Bins of known thresholds.
  init(name: String, thresholds: [Float]) {
    precondition(
      zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 < $1 }, "thresholds do not ascend")
    self.name = name
    self.thresholds = thresholds
  }

  /// The cells as `Float`, NaN where one is missing, and no negative zero.
  ///
  /// - Throws: ``LearnerError/wrongColumnKind(column:expected:found:)``,
  ///   ``LearnerError/infiniteValue(column:row:)``.
  static func values(of column: Column) throws(LearnerError) -> [Float] {
    let values = try column.numberCells().map { Float($0) + 0 }
    if let row = values.firstIndex(where: \.isInfinite) {
      throw .infiniteValue(column: column.name, row: row + 1)
    }
    return values
  }

  /// The bin of each value; NaN is missing.
  ///
  /// - Complexity: O(*n*), eight comparisons a value.
  func bins(of values: [Float]) -> [UInt8] {
    // Filled up to a power of 2, the search has no branch to mispredict.
    let padded = thresholds + [Float](repeating: .infinity, count: 256 - thresholds.count)
    let missing = UInt8(missingBin)
    return padded.withUnsafeBufferPointer { padded in
      values.map { value in
        if value.isNaN { return missing }
        var bin = 0
        var step = 128
        while step > 0 {
          bin += padded[bin + step - 1] < value ? step : 0
          step /= 2
        }
        return UInt8(bin)
      }
    }
  }
}

/// Where to cut values so that bins have about as many rows, and few values a bin each.
///
/// - Parameters:
///   - values: ascending, none NaN or infinite.
///   - maxBins: how many bins there may be, at least 2.
/// - Returns: fewer than `maxBins` thresholds, each between two neighbouring values: the middle, or
///   the smaller value where no `Float` lies between.
private func quantileThresholds(ascending values: [Float], _ maxBins: Int) -> [Float] {
  let runs = runsOfEqual(values)
  guard runs.count > maxBins else {
    return zip(runs, runs.dropFirst()).map { middle($0.value, $1.value) }
  }
  var thresholds: [Float] = []
  var rest = values.count
  var inBin = 0
  for (run, next) in zip(runs, runs.dropFirst()) {
    inBin += run.count
    let share = rest / (maxBins - thresholds.count)
    // A value as frequent as a whole bin is not to share one with smaller values.
    if inBin >= share || next.count >= share {
      thresholds.append(middle(run.value, next.value))
      rest -= inBin
      inBin = 0
      if thresholds.count == maxBins - 1 { break }
    }
  }
  return thresholds
}

/// Each distinct value and how often it occurs.
private func runsOfEqual(_ values: [Float]) -> [(value: Float, count: Int)] {
  var runs: [(value: Float, count: Int)] = []
  var start = 0
  for index in values.indices where index + 1 == values.count || values[index + 1] > values[index] {
    runs.append((values[index], index + 1 - start))
    start = index + 1
  }
  return runs
}

/// A number from `low` on that is below `high`, the middle where there is one.
private func middle(_ low: Float, _ high: Float) -> Float {
  let middle = Float((Double(low) + Double(high)) / 2)
  return middle < high ? middle : low
}
