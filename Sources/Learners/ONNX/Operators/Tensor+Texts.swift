extension Tensor {
  /// The codes of texts in one list of levels, in which no level stands twice and the empty text is -1.
  ///
  /// The list has no more levels than the tensors have elements, so that however often texts are put
  /// together, what is kept of them is bounded by what they are.
  ///
  /// - Complexity: O(elements + levels) expected.
  static func commonTexts(_ tensors: [Tensor]) -> (codes: [[Int32]], levels: [String]) {
    var numbers: [UTF8Key: Int32] = [UTF8Key(""): -1]
    var all: [String] = []
    var parts: [[Int32]] = []
    for case .strings(let codes, let levels) in tensors.map(\.elements) {
      var common = [Int32?](repeating: nil, count: levels.count)
      parts.append(
        codes.map { code in
          if code < 0 { return -1 }
          if let known = common[Int(code)] { return known }
          let level = levels[Int(code)]
          let number = numbers[UTF8Key(level)] ?? Int32(clamping: all.count)
          if numbers.updateValue(number, forKey: UTF8Key(level)) == nil { all.append(level) }
          common[Int(code)] = number
          return number
        })
    }
    return (parts, all)
  }
}
