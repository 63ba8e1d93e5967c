internal import Glibc

/// A number that has functions in its own precision.
protocol MathNumber: BinaryFloatingPoint {
  /// e^x.
  var exponential: Self { get }
  /// The logarithm to the base e.
  var logarithm: Self { get }
  /// The number and the product of two others, rounded once, as the processors that onnxruntime multiplies
  /// tables with compute it.
  func fused(_ left: Self, _ right: Self) -> Self
}

extension Float: MathNumber {
  var exponential: Float { expf(self) }
  var logarithm: Float { logf(self) }

  // The product of two floats is a whole double: faster than a call where the processor may lack the
  // instruction, and the same but for one sum in half a billion.
  @inline(__always)
  func fused(_ left: Float, _ right: Float) -> Float {
    Float(Double(self) + Double(left) * Double(right))
  }
}

extension Double: MathNumber {
  var exponential: Double { exp(self) }
  var logarithm: Double { log(self) }

  func fused(_ left: Double, _ right: Double) -> Double { addingProduct(left, right) }
}
