/// The lines `key=value` of a part of a LightGBM file: of its head, or of a tree.
struct LightGBMSection {
  /// `Tree=3`, or `the head`.
  let name: String
  private let bytes: [UInt8]
  private let values: [String: Range<Int>]

  /// - Parameters:
  ///   - name: What to call it in errors.
  ///   - bytes: The whole file, and at least eight bytes behind it.
  ///   - lines: Where the lines of the part are.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` for a key that is there twice.
  init(name: String, _ bytes: [UInt8], lines: [Range<Int>]) throws(LearnerError) {
    self.name = name
    self.bytes = bytes
    var values: [String: Range<Int>] = [:]
    for line in lines {
      let key = bytes[line].prefix { $0 != UInt8(ascii: "=") }
      let value = min(key.endIndex + 1, line.upperBound)..<line.upperBound
      let name = String(decoding: key, as: UTF8.self)
      guard values.updateValue(value, forKey: name) == nil else {
        throw .brokenLightGBM("\(self.name) has '\(name)' twice")
      }
    }
    self.values = values
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  func text(_ key: String) throws(LearnerError) -> String {
    guard let range = values[key] else { throw misfit(key, "there") }
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw misfit(key, "UTF-8")
    }
    return text
  }

  /// The words of a line, which one space keeps apart.
  func words(_ key: String) throws(LearnerError) -> [String] {
    try text(key).split(separator: " ").map(String.init)
  }

  /// A whole number that fits 31 bits.
  func count(_ key: String) throws(LearnerError) -> Int {
    guard let count = Int32(try text(key)), count >= 0 else {
      throw misfit(key, "a whole number of 0 or more")
    }
    return Int(count)
  }

  /// So many numbers; none where the line is not there and none are asked for.
  func numbers(_ key: String, count: Int) throws(LearnerError) -> [Double] {
    guard count > 0 || has(key) else { return [] }
    guard let range = values[key] else { throw misfit(key, "there") }
    var numbers: [Double] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let space = bytes[position..<range.upperBound].firstIndex(of: UInt8(ascii: " "))
      let end = space ?? range.upperBound
      if end > position {
        guard let number = DecimalNumber(bytes.span, from: position, to: end) else {
          throw misfit(key, "a list of numbers")
        }
        numbers.append(number.value)
      }
      position = end + 1
    }
    guard numbers.count == count else { throw misfit(key, "a list of \(count) numbers") }
    return numbers
  }

  /// So many whole numbers from `low` to `high`.
  func whole(
    _ key: String, count: Int, in range: ClosedRange<Int>
  ) throws(LearnerError) -> [Int] {
    var whole: [Int] = []
    for number in try numbers(key, count: count) {
      guard let exact = Int(exactly: number), range.contains(exact) else {
        throw misfit(key, "a list of whole numbers from \(range.lowerBound) to \(range.upperBound)")
      }
      whole.append(exact)
    }
    return whole
  }

  /// That a line is not what it has to be.
  func misfit(_ key: String, _ expected: String) -> LearnerError {
    .brokenLightGBM("'\(key)' of \(name) is not \(expected)")
  }
}

extension LearnerError {
  /// What is wrong with a LightGBM file.
  static func brokenLightGBM(_ reason: String) -> LearnerError {
    .brokenModel(.lightGBM, reason: reason)
  }
}
