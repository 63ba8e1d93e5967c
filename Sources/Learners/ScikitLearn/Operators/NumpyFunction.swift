internal import Glibc

/// The functions of numpy of one number that are known here, by their names there.
enum NumpyFunction: String, CaseIterable, Sendable {
  case abs = "absolute"
  case square, sqrt, cbrt, exp, expm1, log, log1p, log2, log10, negative, sign, reciprocal
  case sin, cos, tan, tanh, arcsinh, sinh

  func callAsFunction(_ number: Double) -> Double {
    switch self {
    case .abs: Swift.abs(number)
    case .square: number * number
    case .sqrt: number.squareRoot()
    case .cbrt: Glibc.cbrt(number)
    case .exp: Glibc.exp(number)
    case .expm1: Glibc.expm1(number)
    case .log: Glibc.log(number)
    case .log1p: Glibc.log1p(number)
    case .log2: Glibc.log2(number)
    case .log10: Glibc.log10(number)
    case .negative: -number
    case .sign: number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0
    case .reciprocal: 1 / number
    case .sin: Glibc.sin(number)
    case .cos: Glibc.cos(number)
    case .tan: Glibc.tan(number)
    case .tanh: Glibc.tanh(number)
    case .arcsinh: Glibc.asinh(number)
    case .sinh: Glibc.sinh(number)
    }
  }
}
