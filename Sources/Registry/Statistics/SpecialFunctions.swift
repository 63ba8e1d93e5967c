internal import Glibc

/// The functions of `<math.h>` that statistics need and the standard library does not have.
///
/// The only file outside of `Storage` that names the C library: these functions compute and touch
/// nothing else.
package enum SpecialFunctions {
  /// The natural logarithm.
  package static func log(_ x: Double) -> Double { Glibc.log(x) }

  /// *e* to the power of `x`.
  static func exp(_ x: Double) -> Double { Glibc.exp(x) }

  /// The complementary error function: 2/√π times the integral of exp(−t²) from `x` on.
  static func erfc(_ x: Double) -> Double { Glibc.erfc(x) }

  /// The natural logarithm of the gamma function, of a positive number.
  static func logGamma(_ x: Double) -> Double {
    // The other spelling keeps the sign in a variable that all threads share.
    var sign: Int32 = 0
    return Glibc.lgamma_r(x, &sign)
  }
}
