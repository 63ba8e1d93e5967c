/// A target column as what models learn: class numbers, or numbers.
public struct TargetEncoding: Sendable, Equatable {
  /// The column.
  public let name: String
  /// What a model of it predicts.
  public let task: LearningTask
  /// The labels as the file spells them, by class number: of two the negative one first, of more in
  /// the order of bytes; empty for numbers.
  public let classes: [String]
  /// The class of each row; empty for numbers.
  public let labels: [Int]
  /// The number of each row; empty for labels.
  public let numbers: [Double]
  /// Whether nobody said which of two labels is the positive one.
  public let positiveWasChosen: Bool

  /// Of two labels the one whose probability is predicted, else `nil`.
  public var positive: String? { task == .binary ? classes[1] : nil }

  /// How many rows there are.
  public var rowCount: Int { task == .regression ? numbers.count : labels.count }

  /// How many numbers a model answers for a row: one for each of several classes, else one.
  var scoreCount: Int { task == .multiclass ? classes.count : 1 }

  /// Whether the classes stand in the order of bytes.
  var isInOrder: Bool { classes.count < 2 || precedesByBytes(classes[0], classes[1]) }

  /// More labels than this are not taken for classes.
  static let maximumClasses = 100
  /// From so many different numbers on, whole numbers are not taken for classes.
  private static let leastNumbers = 21

  /// Encodes a column of text.
  ///
  /// Without a task, two labels are told apart, several labels are classes, and numbers with a
  /// fraction, or more than 20 different ones, are predicted as numbers.
  ///
  /// Without `positive`, the label that reads as true (`1`, `yes`, `true`, `y`, `t`, `positive`)
  /// is taken if only one does, and otherwise the last one in the order of bytes, which is what
  /// scikit-learn calls positive.
  ///
  /// - Throws: ``LearnerError/targetMissing(column:row:count:)``,
  ///   ``LearnerError/oneLabelOnly(_:)``, ``LearnerError/tooManyLabels(column:labels:limit:)``,
  ///   ``LearnerError/noSuchLabel(_:column:known:)``,
  ///   ``LearnerError/targetNotNumeric(column:row:cell:)``,
  ///   ``LearnerError/labelsOfAnotherTask(column:count:task:)``.
  /// - Precondition: `column` was read as categorical.
  init(column: Column, positive: String?, task: LearningTask? = nil) throws(LearnerError) {
    guard case .categories(let codes, let levels) = column.values else {
      preconditionFailure("the target is read as text")
    }
    if let row = codes.firstIndex(of: -1) {
      throw .targetMissing(
        column: column.name, row: row + 1, count: codes.count { $0 < 0 })
    }
    guard let first = levels.first else { throw .noRows }
    guard levels.count > 1 else { throw .oneLabelOnly(first) }
    let task = task ?? (positive == nil ? Self.task(of: levels) : .binary)
    switch task {
    case .binary:
      self = try Self.binary(column.name, codes, levels, positive: positive)
    case .multiclass:
      guard levels.count > 2 else {
        throw .labelsOfAnotherTask(column: column.name, count: levels.count, task: task)
      }
      self = try Self.multiclass(column.name, codes, levels)
    case .regression:
      self = try Self.regression(column.name, codes, levels)
    }
  }

  private init(
    _ name: String, _ task: LearningTask, classes: [String] = [], labels: [Int] = [],
    numbers: [Double] = [], positiveWasChosen: Bool = false
  ) {
    self.name = name
    self.task = task
    self.classes = classes
    self.labels = labels
    self.numbers = numbers
    self.positiveWasChosen = positiveWasChosen
  }

  /// What a column of these texts is likely meant for.
  private static func task(of levels: [String]) -> LearningTask {
    guard levels.count > 2 else { return .binary }
    let numbers = levels.compactMap(spelledNumber)
    guard numbers.count == levels.count else { return .multiclass }
    let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
    return isWhole && levels.count < leastNumbers ? .multiclass : .regression
  }

  /// The number that a text spells, if a model can answer it.
  private static func number(_ text: String) -> Double? {
    spelledNumber(text).flatMap { Float($0).isFinite ? $0 : nil }
  }

  /// The number that a text spells, infinite or not.
  private static func spelledNumber(_ text: String) -> Double? {
    let start = text.drop { $0 == " " }
    return start.lastIndex { $0 != " " }.flatMap { Double(start[...$0]) }
  }
}

// MARK: - Tasks

extension TargetEncoding {
  private static func binary(
    _ name: String, _ codes: [Int32], _ levels: [String], positive: String?
  ) throws(LearnerError) -> TargetEncoding {
    let sorted = levels.sorted(by: precedesByBytes)
    guard sorted.count == 2 else {
      throw .tooManyLabels(column: name, labels: sorted, limit: 2)
    }
    let chosen = positive ?? likelyPositive(sorted)
    guard let index = sorted.firstIndex(where: { $0.utf8.elementsEqual(chosen.utf8) }) else {
      throw .noSuchLabel(chosen, column: name, known: sorted)
    }
    let positiveCode = levels.firstIndex { $0.utf8.elementsEqual(chosen.utf8) }
    return TargetEncoding(
      name, .binary, classes: [sorted[1 - index], sorted[index]],
      labels: codes.map { Int($0) == positiveCode ? 1 : 0 }, positiveWasChosen: positive == nil)
  }

  private static func likelyPositive(_ labels: [String]) -> String {
    let affirmative: Set = ["1", "1.0", "yes", "true", "y", "t", "positive"]
    let found = labels.filter { affirmative.contains($0.lowercased()) }
    return found.count == 1 ? found[0] : labels[labels.count - 1]
  }

  private static func multiclass(
    _ name: String, _ codes: [Int32], _ levels: [String]
  ) throws(LearnerError) -> TargetEncoding {
    let order = levels.indices.sorted { precedesByBytes(levels[$0], levels[$1]) }
    guard levels.count <= maximumClasses else {
      throw .tooManyLabels(
        column: name, labels: order.map { levels[$0] }, limit: maximumClasses)
    }
    var classes = [Int](repeating: 0, count: levels.count)
    for (index, code) in order.enumerated() { classes[code] = index }
    return TargetEncoding(
      name, .multiclass, classes: order.map { levels[$0] },
      labels: codes.map { classes[Int($0)] })
  }

  private static func regression(
    _ name: String, _ codes: [Int32], _ levels: [String]
  ) throws(LearnerError) -> TargetEncoding {
    let numbers = levels.map(number)
    if let wrong = numbers.firstIndex(of: nil) {
      let row = codes.firstIndex(of: Int32(wrong)) ?? 0
      throw .targetNotNumeric(column: name, row: row + 1, cell: levels[wrong])
    }
    return TargetEncoding(name, .regression, numbers: codes.map { numbers[Int($0)] ?? 0 })
  }
}

// MARK: - Answers

extension TargetEncoding {
  /// Whether every label is spelled as a whole number (`0` and `1`).
  var hasIntegerClasses: Bool {
    !classes.isEmpty
      && classes.allSatisfy { label in Int64(label).map { String($0) == label } ?? false }
  }

  /// The target of some of the rows, in that order.
  func rows(_ indices: [Int]) -> TargetEncoding {
    TargetEncoding(
      name, task, classes: classes, labels: labels.isEmpty ? [] : indices.map { labels[$0] },
      numbers: numbers.isEmpty ? [] : indices.map { numbers[$0] },
      positiveWasChosen: positiveWasChosen)
  }
}
