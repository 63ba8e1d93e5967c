extension GraphBuilder {
  /// Constant doubles with a shape.
  mutating func doubles(_ name: String, _ numbers: [Double], shape: [Int]) -> String {
    constant(name) { ONNXTensor(name: $0, Tensor(.doubles(numbers), shape: shape)) }
  }

  /// A constant double, for every row and column.
  mutating func double(_ number: Double) -> String {
    doubles("double \(number)", [number], shape: [1])
  }

  /// Constant doubles, one a column.
  mutating func row(_ name: String, _ numbers: [Double]) -> String {
    doubles(name, numbers, shape: [1, numbers.count])
  }

  /// The elements in another type.
  mutating func cast(_ value: String, to type: ElementType, _ output: String) -> String {
    add("Cast", [value], output, [ONNXAttribute("to", .int(Int64(type.rawValue)))])
  }

  /// Columns of a table, in this order: [rows, columns].
  mutating func columns(_ indices: [Int], of value: String, _ output: String) -> String {
    let places = constant("\(output)/places") {
      ONNXTensor(name: $0, int64s: indices.map(Int64.init))
    }
    return add("Gather", [value, places], output, [ONNXAttribute("axis", .int(1))])
  }

  /// The sum of each row: [rows, 1].
  mutating func rowSums(_ value: String, _ output: String) -> String {
    let axis = constant("last axis") { ONNXTensor(name: $0, int64s: [1]) }
    return add("ReduceSum", [value, axis], output, [ONNXAttribute("keepdims", .int(1))])
  }

  /// 1 where a column equals one of the keys, for each key a column: [rows, keys].
  mutating func matches(_ column: String, _ keys: [Double], _ output: String) -> String {
    let keys = row("\(output)/keys", keys)
    let matches = add("Equal", [column, keys], "\(output)/equal")
    return cast(matches, to: .double, output)
  }

  /// Rows divided by their sums; where a sum is 0, the number `empty`.
  mutating func shares(_ value: String, empty: Double?, _ output: String) -> String {
    let sums = rowSums(value, "\(output)/sum")
    let shares = add("Div", [value, sums], "\(output)/quotient")
    guard let empty else { return shares }
    let isEmpty = add("Equal", [sums, double(0)], "\(output)/is empty")
    return add("Where", [isEmpty, double(empty), shares], output)
  }
}
