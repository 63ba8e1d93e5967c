internal import Glibc

/// A function of every number.
///
/// Source: ONNX operators, by the names of the functions.
struct MathOperator<Function: MathFunction>: ONNXOperator {
  init(_ attributes: inout ONNXNodeAttributes) {}

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectNumbers(inputs, node: node)
    if inputs[0] == .int64, !Function.takesIntegers {
      throw .brokenONNX(.node(node, .inputType(inputs[0].name)))
    }
    return [inputs[0]]
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let elements: Tensor.Elements =
      switch inputs[0].elements {
      case .floats(let floats): .floats(floats.map(Function.of))
      case .doubles(let doubles): .doubles(doubles.map(Function.of))
      case .int64s(let int64s): .int64s(int64s.map(Function.of))
      default: throw inputs[0].typeError(node: node)
      }
    return [Tensor(elements, shape: inputs[0].shape)]
  }
}

/// What becomes of a number.
protocol MathFunction: Sendable {
  static var takesIntegers: Bool { get }
  static func of(_ x: Float) -> Float
  static func of(_ x: Double) -> Double
  static func of(_ x: Int64) -> Int64
}

extension MathFunction {
  static var takesIntegers: Bool { false }
  static func of(_ x: Int64) -> Int64 { x }
}

/// `Exp`.
enum Exponential: MathFunction {
  static func of(_ x: Float) -> Float { x.exponential }
  static func of(_ x: Double) -> Double { x.exponential }
}

/// `Log`, to the base e.
enum Logarithm: MathFunction {
  static func of(_ x: Float) -> Float { x.logarithm }
  static func of(_ x: Double) -> Double { x.logarithm }
}

/// `Sqrt`.
enum SquareRoot: MathFunction {
  static func of(_ x: Float) -> Float { x.squareRoot() }
  static func of(_ x: Double) -> Double { x.squareRoot() }
}

/// `Tanh`.
enum HyperbolicTangent: MathFunction {
  static func of(_ x: Float) -> Float { tanhf(x) }
  static func of(_ x: Double) -> Double { tanh(x) }
}

/// `Sigmoid`, 1 / (1 + e^-x): far below 0, e^-x is infinite and the answer 0, as it should be.
enum Sigmoid: MathFunction {
  static func of(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
  static func of(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}

/// `Relu`: what is below 0 becomes 0, and what is not a number stays.
enum RectifiedLinear: MathFunction {
  static var takesIntegers: Bool { true }
  static func of(_ x: Float) -> Float { x < 0 ? 0 : x }
  static func of(_ x: Double) -> Double { x < 0 ? 0 : x }
  static func of(_ x: Int64) -> Int64 { x < 0 ? 0 : x }
}

/// `Neg`.
enum Negation: MathFunction {
  static var takesIntegers: Bool { true }
  static func of(_ x: Float) -> Float { -x }
  static func of(_ x: Double) -> Double { -x }
  static func of(_ x: Int64) -> Int64 { 0 &- x }
}

/// `Abs`.
enum Magnitude: MathFunction {
  static var takesIntegers: Bool { true }
  static func of(_ x: Float) -> Float { abs(x) }
  static func of(_ x: Double) -> Double { abs(x) }
  static func of(_ x: Int64) -> Int64 { x < 0 ? 0 &- x : x }
}

/// `Erf`, of which the exact GELU is made.
enum ErrorFunction: MathFunction {
  static func of(_ x: Float) -> Float { erff(x) }
  static func of(_ x: Double) -> Double { erf(x) }
}

/// `Reciprocal`.
enum Inverse: MathFunction {
  static func of(_ x: Float) -> Float { 1 / x }
  static func of(_ x: Double) -> Double { 1 / x }
}

/// `Sign`: -1, 0 or 1.
enum SignOfNumber: MathFunction {
  static var takesIntegers: Bool { true }
  static func of(_ x: Float) -> Float { x > 0 ? 1 : x < 0 ? -1 : 0 }
  static func of(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
  static func of(_ x: Int64) -> Int64 { x.signum() }
}
