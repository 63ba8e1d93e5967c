/// Makes one number of all those along some axes, or along all.
///
/// Source: ONNX operators, `ReduceSum`, `ReduceMean`, `ReduceProd`, `ReduceMax`, `ReduceMin` and
/// `ReduceLogSumExp`.
struct ReduceOperator<Reduction: NumberReduction>: ONNXOperator {
  private let axes: AxesParameter
  private let keepsAxes: Bool
  /// Whether no axes means none, and not all.
  private let reducesNothing: Bool

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    axes = try AxesParameter(&attributes, inputFrom: Reduction.axesInputVersion)
    keepsAxes = try attributes.int("keepdims") ?? 1 != 0
    let isNewer = attributes.version >= Reduction.axesInputVersion
    reducesNothing = isNewer ? try attributes.int("noop_with_empty_axes") ?? 0 != 0 : false
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers([inputs[0]], node: node)
    try axes.check(inputs, node: node)
    if inputs[0] == .int64, !Reduction.takesIntegers {
      throw .brokenONNX(.node(node, .inputType(inputs[0].name)))
    }
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let input = inputs[0]
    let stated = try axes.axes(inputs, rank: input.shape.count, node: node)
    if stated == nil, reducesNothing { return [input] }
    let axes = stated ?? Array(input.shape.indices)
    let kept = input.shape.indices.map { axes.contains($0) ? 1 : input.shape[$0] }
    let shape =
      keepsAxes ? kept : input.shape.indices.filter { !axes.contains($0) }.map { kept[$0] }
    let count = try Tensor.boundedCount(of: kept, node: node)
    // Along the axes that go away, the place in what comes out stays.
    let steps = zip(kept.indices, Tensor.strides(of: kept)).map { axes.contains($0) ? 0 : $1 }
    let places = StridedPlaces(input.shape, steps: steps)
    let elements: Tensor.Elements =
      switch input.elements {
      case .floats(let floats): .floats(Reduction.reduced(floats, to: count, places))
      case .doubles(let doubles): .doubles(Reduction.reduced(doubles, to: count, places))
      case .int64s(let int64s): .int64s(Reduction.reduced(int64s, to: count, places))
      default: throw input.typeError(node: node)
      }
    return [Tensor(elements, shape: shape)]
  }
}

/// How many numbers become one.
protocol NumberReduction: Sendable {
  /// The first operator set in which the axes are an input.
  static var axesInputVersion: Int64 { get }
  static var takesIntegers: Bool { get }

  /// `count` numbers, of each those of `numbers` whose place is its.
  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number]
  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64]
}

/// `ReduceSum`.
enum SumReduction: NumberReduction {
  static let axesInputVersion: Int64 = 13
  static let takesIntegers = true

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    var sums = [Number](repeating: 0, count: count)
    for (number, place) in zip(numbers, places) { sums[place] += number }
    return sums
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] {
    var sums = [Int64](repeating: 0, count: count)
    for (number, place) in zip(numbers, places) { sums[place] &+= number }
    return sums
  }
}

/// `ReduceMean`; of whole numbers, without the fraction.
enum MeanReduction: NumberReduction {
  static let axesInputVersion: Int64 = 18
  static let takesIntegers = true

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    let share = Number(numbers.count) / Number(count)
    return SumReduction.reduced(numbers, to: count, places).map { $0 / share }
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] {
    let share = Int64(numbers.count / max(count, 1))
    return SumReduction.reduced(numbers, to: count, places).map { share == 0 ? 0 : $0 / share }
  }
}

/// `ReduceProd`.
enum ProductReduction: NumberReduction {
  static let axesInputVersion: Int64 = 18
  static let takesIntegers = true

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    var products = [Number](repeating: 1, count: count)
    for (number, place) in zip(numbers, places) { products[place] *= number }
    return products
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] {
    var products = [Int64](repeating: 1, count: count)
    for (number, place) in zip(numbers, places) { products[place] &*= number }
    return products
  }
}

/// `ReduceLogSumExp`: the largest number is taken out first, so that nothing overflows.
enum LogSumExpReduction: NumberReduction {
  static let axesInputVersion: Int64 = 18
  static let takesIntegers = false

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    var largest = [Number](repeating: -.infinity, count: count)
    for (number, place) in zip(numbers, places) { largest[place] = max(largest[place], number) }
    let bases = largest.map { $0.isFinite ? $0 : 0 }
    var sums = [Number](repeating: 0, count: count)
    for (number, place) in zip(numbers, places) {
      sums[place] += (number - bases[place]).exponential
    }
    return zip(sums, bases).map { $0.logarithm + $1 }
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] { [] }
}

/// `ReduceMax`.
enum MaximumReduction: NumberReduction {
  static let axesInputVersion: Int64 = 18
  static let takesIntegers = true

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    var found = [Number](repeating: -.infinity, count: count)
    for (number, place) in zip(numbers, places) {
      found[place] = Maximum.apply(number, found[place])
    }
    return found
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] {
    var found = [Int64](repeating: .min, count: count)
    for (number, place) in zip(numbers, places) {
      found[place] = Maximum.apply(number, found[place])
    }
    return found
  }
}

/// `ReduceMin`.
enum MinimumReduction: NumberReduction {
  static let axesInputVersion: Int64 = 18
  static let takesIntegers = true

  static func reduced<Number: MathNumber>(
    _ numbers: [Number], to count: Int, _ places: StridedPlaces
  ) -> [Number] {
    var found = [Number](repeating: .infinity, count: count)
    for (number, place) in zip(numbers, places) {
      found[place] = Minimum.apply(number, found[place])
    }
    return found
  }

  static func reduced(_ numbers: [Int64], to count: Int, _ places: StridedPlaces) -> [Int64] {
    var found = [Int64](repeating: .max, count: count)
    for (number, place) in zip(numbers, places) {
      found[place] = Minimum.apply(number, found[place])
    }
    return found
  }
}
