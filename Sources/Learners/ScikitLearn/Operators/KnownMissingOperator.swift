/// Flags of what is missing, of the columns that lacked something when a `MissingIndicator` was fitted; rows that
/// lack something else are refused.
struct KnownMissingOperator: DoubleOperator {
  /// Which of the columns.
  let places: [Int]

  var rowLength: Int { places.count }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let (rows, columns) = try inputs[0].table(node: node)
    let flags = try inputs[0].doubles(node: node)
    let isKnown = (0..<columns).map(places.contains)
    for (index, flag) in flags.enumerated() where flag != 0 && !isKnown[index % columns] {
      throw .unfitONNXInput(.unknownValue("a missing value", node: node))
    }
    let kept = (0..<rows).flatMap { row in places.map { flags[row * columns + $0] } }
    return [Tensor(.doubles(kept), shape: [rows, places.count])]
  }
}
