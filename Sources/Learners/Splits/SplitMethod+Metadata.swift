extension SplitMethod {
  /// The method in metadata.
  var metadataName: String {
    switch self {
    case .stratified: "stratified"
    case .random: "random"
    case .timeOrdered: "time_ordered"
    case .grouped: "grouped"
    }
  }

  /// The column that rows are divided by; `nil` where there is none.
  var column: String? {
    switch self {
    case .stratified, .random: nil
    case .timeOrdered(let column), .grouped(let column): column
    }
  }

  /// The method that metadata name; `nil` for another one, and without the column that it needs.
  init?(metadataName name: String, column: String?) {
    switch (name, column) {
    case ("stratified", _): self = .stratified
    case ("random", _): self = .random
    case ("time_ordered", let column?): self = .timeOrdered(column: column)
    case ("grouped", let column?): self = .grouped(column: column)
    default: return nil
    }
  }
}
