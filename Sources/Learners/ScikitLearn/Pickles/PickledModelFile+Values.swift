internal import Registry

/// What a value of the file is; `nil` where it is something else. What grows with a value is taken off the
/// allowance.
extension PickledModelFile {
  /// A text, plain or of numpy.
  func text(at reference: PickleReference) throws(LearnerError) -> String? {
    if let text = document.text(at: reference) { return text }
    guard document.call(at: reference) != nil else { return nil }
    return try cell(at: reference)?.text
  }

  /// A number or truth value, plain or of numpy.
  func number(at reference: PickleReference) throws(LearnerError) -> Double? {
    if case .float(let number) = document[reference] { return number }
    if let array = document.array(at: reference), array.shape.isEmpty,
      let number = array.numbers?.first
    {
      return number
    }
    return try cell(at: reference)?.number
  }

  /// Any single value, plain or of numpy.
  func cell(at reference: PickleReference) throws(LearnerError) -> PickledCell? {
    switch document[reference] {
    case .none: return .missing
    case .bool(let truth): return .bool(truth)
    case .integer(let integer): return .integer(integer)
    case .float(let number): return number.isNaN ? .missing : .number(number)
    case .text(let text): return .text(text)
    case .call(let call):
      if let callee = document.global(at: call.callable), callee.module.hasPrefix("pandas._libs"),
        callee.name == "_nat_unpickle" || callee.name == "C_NA"
      {
        return .missing
      }
      guard let array = document.array(at: reference), array.shape.isEmpty else { return nil }
      return try cells(array)?.first
    case .global(let global):
      return global.module.hasPrefix("pandas._libs.missing") ? .missing : nil
    default: return nil
    }
  }

  /// The numbers of an array, row by row, or of a list.
  func matrix(at reference: PickleReference) throws(LearnerError) -> PickledMatrix? {
    guard let array = document.array(at: reference) else {
      guard let items = document.items(at: reference) else {
        return try number(at: reference).map { PickledMatrix(shape: [], numbers: [$0]) }
      }
      try charge(items.count)
      var numbers: [Double] = []
      for item in items {
        guard let number = try number(at: item) else { return nil }
        numbers.append(number)
      }
      return PickledMatrix(shape: [numbers.count], numbers: numbers)
    }
    try charge(array.count)
    guard let numbers = try numbers(of: array) else { return nil }
    guard let order = array.rowOrder else {
      return PickledMatrix(shape: array.shape, numbers: numbers)
    }
    guard order.count == numbers.count else { return nil }
    return PickledMatrix(shape: array.shape, numbers: order.map { numbers[$0] })
  }

  private func numbers(of array: NumpyArray) throws(LearnerError) -> [Double]? {
    guard case .objects(let items) = array.elements else { return array.numbers }
    var numbers: [Double] = []
    for item in items {
      guard let cell = try cell(at: item) else { return nil }
      guard cell != .missing else {
        numbers.append(.nan)
        continue
      }
      guard let number = cell.number else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The values of a list or of an array of one axis.
  func cells(at reference: PickleReference) throws(LearnerError) -> [PickledCell]? {
    if let array = document.array(at: reference) {
      return array.shape.count == 1 ? try cells(array) : nil
    }
    guard let items = document.items(at: reference) else { return nil }
    return try cells(items)
  }

  private func cells(_ items: [PickleReference]) throws(LearnerError) -> [PickledCell]? {
    try charge(items.count, of: 16)
    var cells: [PickledCell] = []
    for item in items {
      guard let cell = try cell(at: item) else { return nil }
      cells.append(cell)
    }
    return cells
  }

  private func cells(_ array: NumpyArray) throws(LearnerError) -> [PickledCell]? {
    switch array.elements {
    case .objects(let items): return array.shape.isEmpty ? try plainCells(items) : try cells(items)
    case .bytes(let bytes):
      try charge(array.count, of: max(16, array.type.itemSize))
      guard array.type.kind != .text else {
        return array.texts(bytes).map { $0.map(PickledCell.text) }
      }
      guard let numbers = array.numbers else { return nil }
      switch array.type.kind {
      case .bool: return numbers.map { .bool($0 != 0) }
      case .integer, .unsigned:
        return numbers.map { Int64(exactly: $0).map { .integer($0) } ?? .number($0) }
      default: return numbers.map { $0.isNaN ? .missing : .number($0) }
      }
    }
  }

  /// The single object of an array without axes: one that is no array again, so that this comes to an end.
  private func plainCells(_ items: [PickleReference]) throws(LearnerError) -> [PickledCell]? {
    guard let item = items.first, document.call(at: item) == nil else { return nil }
    return try cell(at: item).map { [$0] }
  }
}

extension NumpyArray {
  /// The elements as texts: each ends where the first zero is.
  fileprivate func texts(_ bytes: ArraySlice<UInt8>) -> [String]? {
    let size = type.itemSize
    guard size > 0 else { return Array(repeating: "", count: count) }
    guard size.isMultiple(of: 4), bytes.count / size >= count else { return nil }
    var texts: [String] = []
    for element in 0..<count {
      var text = ""
      let start = bytes.startIndex + element * size
      for place in stride(from: start, to: start + size, by: 4) {
        let four = bytes[place..<place + 4]
        let code =
          (type.isBigEndian ? Array(four) : four.reversed()).reduce(UInt32(0)) {
            $0 << 8 | UInt32($1)
          }
        guard code != 0 else { break }
        text.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
      }
      texts.append(text)
    }
    return texts
  }
}
