internal import Registry

extension Column {
  /// A cell as JSON: a whole number without a point, `null` for a missing one.
  func jsonValue(row: Int) -> JSONValue {
    switch values {
    case .categories(let codes, let levels):
      return codes[row] < 0 ? .null : .string(levels[Int(codes[row])])
    case .numbers(let numbers):
      let number = numbers[row]
      if number.isNaN { return .null }
      switch type {
      case .boolean: return .bool(number != 0)
      case .integer: return Int(exactly: number).map(JSONValue.integer) ?? .double(number)
      // A number that was rounded for models is spelled as the nearest Float is.
      case .real, .categorical:
        let float = Float(number)
        return Double(float) == number ? .float(float) : .double(number)
      }
    }
  }
}
