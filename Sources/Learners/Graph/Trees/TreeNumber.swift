/// A number that trees compare or add up: single or double precision.
protocol TreeNumber: BinaryFloatingPoint, Sendable {
  /// The nearest number of this precision.
  init(_ number: Double)
  /// This number in double precision.
  var double: Double { get }
  /// The elements of a tensor in this precision; whole numbers are converted, truth is 1.
  static func cells(of tensor: Tensor, node: String) throws(LearnerError) -> [Self]
  /// These numbers as elements of a tensor.
  static func elements(_ numbers: [Self]) -> Tensor.Elements
}

extension Float: TreeNumber {
  var double: Double { Double(self) }

  static func cells(of tensor: Tensor, node: String) throws(LearnerError) -> [Float] {
    try tensor.floats(node: node)
  }

  static func elements(_ numbers: [Float]) -> Tensor.Elements { .floats(numbers) }
}

extension Double: TreeNumber {
  var double: Double { self }

  static func cells(of tensor: Tensor, node: String) throws(LearnerError) -> [Double] {
    try tensor.doubles(node: node)
  }

  static func elements(_ numbers: [Double]) -> Tensor.Elements { .doubles(numbers) }
}

extension TreeNumber {
  /// The largest number of this precision up to a threshold: whatever is at most the one is at most
  /// the other.
  init(upTo threshold: Double) {
    let nearest = Self(threshold)
    self = nearest.double > threshold ? nearest.nextDown : nearest
  }

  /// The largest number of this precision below a threshold; NaN when there is none, and nothing is up
  /// to that.
  init(below threshold: Double) {
    let highest = Self(upTo: threshold)
    if highest.double < threshold {
      self = highest
    } else {
      self = highest == -.infinity ? .nan : highest.nextDown
    }
  }
}
