internal import Registry

/// The share of values in each bin; a value that equals an edge belongs to the bin above it.
func proportions(_ values: [Double], edges: [Double]) -> JSONValue {
  var counts = [Int](repeating: 0, count: edges.count + 1)
  for value in values { counts[edges.count { $0 <= value }] += 1 }
  return .array(counts.map { share($0, of: values.count) })
}

func share(_ part: Int, of whole: Int) -> JSONValue {
  .double(whole == 0 ? 0 : Double(part) / Double(whole))
}
