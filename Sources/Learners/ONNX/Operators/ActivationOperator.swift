/// A function of every number that parameters shape, as networks have them.
///
/// Source: ONNX operators, by the names of the functions.
struct ActivationOperator<Function: ActivationFunction>: ONNXOperator {
  private let parameters: [Float]

  init(_ attributes: inout ONNXNodeAttributes) throws(LearnerError) {
    var parameters: [Float] = []
    for (name, usual) in Function.parameters {
      parameters.append(try attributes.float(name) ?? usual)
    }
    self.parameters = parameters
  }

  func outputTypes(
    for inputs: [ElementType], node: String
  ) throws(LearnerError) -> [ElementType] {
    try expectFractions(inputs, node: node)
    return inputs
  }

  func run(_ inputs: [Tensor], node: String) throws(LearnerError) -> [Tensor] {
    let elements: Tensor.Elements =
      switch inputs[0].elements {
      case .doubles(let doubles): .doubles(answers(doubles))
      default: .floats(answers(try inputs[0].floats(node: node)))
      }
    return [Tensor(elements, shape: inputs[0].shape)]
  }

  private func answers<Number: MathNumber>(_ numbers: [Number]) -> [Number] {
    let parameters = self.parameters.map { Number($0) }
    return numbers.map { Function.of($0, parameters) }
  }
}

/// What becomes of a number.
protocol ActivationFunction: Sendable {
  /// The attributes, with their numbers where they are not given.
  static var parameters: [(name: String, usual: Float)] { get }

  /// What becomes of `x`, given what ``parameters`` names, in that order.
  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number
}

/// `LeakyRelu`: what is below 0 becomes smaller.
enum LeakyRectifier: ActivationFunction {
  static let parameters: [(name: String, usual: Float)] = [("alpha", 0.01)]

  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    x < 0 ? parameters[0] * x : x
  }
}

/// `Elu`: what is below 0 becomes alpha · (e^x - 1).
enum ExponentialUnit: ActivationFunction {
  static let parameters: [(name: String, usual: Float)] = [("alpha", 1)]

  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    x < 0 ? parameters[0] * (x.exponential - 1) : x
  }
}

/// `Selu`: the same times gamma, of all numbers.
enum ScaledExponentialUnit: ActivationFunction {
  static let parameters: [(name: String, usual: Float)] = [
    ("alpha", 1.6732632), ("gamma", 1.050701),
  ]

  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    parameters[1] * ExponentialUnit.of(x, parameters)
  }
}

/// `Softplus`: log(1 + e^x), so that nothing overflows.
enum SoftRectifier: ActivationFunction {
  static let parameters: [(name: String, usual: Float)] = []

  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    x > 0
      ? x + (1 + (-x).exponential).logarithm
      : (1 + x.exponential).logarithm
  }
}

/// `Softsign`: x / (1 + |x|).
enum SoftSign: ActivationFunction {
  static let parameters: [(name: String, usual: Float)] = []

  static func of<Number: MathNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    x / (1 + x.magnitude)
  }
}
