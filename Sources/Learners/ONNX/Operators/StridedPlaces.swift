/// Places in a list, in the order in which one goes through axes: each step along an axis goes on by as
/// many places as that axis says.
struct StridedPlaces: Sequence, IteratorProtocol {
  private let shape: [Int]
  private let steps: [Int]
  private var digits: [Int]
  private var place: Int
  private var left: Int

  /// - Parameters:
  ///   - shape: How many steps each axis has; its product was bounded before.
  ///   - steps: By how much the place goes on along each axis.
  ///   - start: The first place.
  init(_ shape: [Int], steps: [Int], start: Int = 0) {
    self.shape = shape
    self.steps = steps
    digits = Array(repeating: 0, count: shape.count)
    place = start
    left = Tensor.count(of: shape) ?? 0
  }

  var underestimatedCount: Int { left }

  mutating func next() -> Int? {
    guard left > 0 else { return nil }
    left -= 1
    defer { if left > 0 { advance() } }
    return place
  }

  /// Goes on to the next place, as the digits of a counter do.
  private mutating func advance() {
    for axis in shape.indices.reversed() {
      digits[axis] += 1
      place += steps[axis]
      if digits[axis] < shape[axis] { return }
      place -= steps[axis] * shape[axis]
      digits[axis] = 0
    }
  }
}

extension Tensor {
  /// By how many places each axis goes on.
  var strides: [Int] { Self.strides(of: shape) }

  static func strides(of shape: [Int]) -> [Int] {
    var step = 1
    var strides: [Int] = []
    for length in shape.reversed() {
      strides.append(step)
      step *= Swift.max(length, 1)
    }
    return strides.reversed()
  }
}

extension Tensor.Elements {
  /// The elements at these places.
  func picked(_ places: some Sequence<Int>) -> Tensor.Elements {
    switch self {
    case .floats(let floats): .floats(places.map { floats[$0] })
    case .doubles(let doubles): .doubles(places.map { doubles[$0] })
    case .int64s(let int64s): .int64s(places.map { int64s[$0] })
    case .bools(let bools): .bools(places.map { bools[$0] })
    case .strings(let codes, let levels):
      .strings(codes: places.map { codes[$0] }, levels: levels)
    }
  }
}
