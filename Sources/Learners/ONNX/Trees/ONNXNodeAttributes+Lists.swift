extension ONNXNodeAttributes {
  /// A list that has to be there, with one number for each of `count` things where that is known.
  mutating func ints(_ name: String, count: Int?) throws(LearnerError) -> [Int64] {
    let list = try required(try ints(name), name)
    guard list.count == count ?? list.count else { throw misfit(name) }
    return list
  }

  /// A list that has to be there, with one number for each of `count` things.
  mutating func numbers(_ name: String, count: Int) throws(LearnerError) -> [Double] {
    let list = try required(try numbers(name), name)
    guard list.count == count else { throw misfit(name) }
    return list
  }

  /// Numbers as a list of floats or, from operator set 3 on, as a tensor beside it, where a list that is
  /// there may be empty.
  mutating func numbers(_ name: String) throws(LearnerError) -> [Double]? {
    let floats = try floats(name)?.map(Double.init)
    guard let tensor = try tensor("\(name)_as_tensor") else { return floats }
    guard floats?.isEmpty ?? true else { throw misfit(name) }
    return try tensor.doubles(node: node)
  }
}
