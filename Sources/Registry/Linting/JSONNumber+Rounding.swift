extension JSONNumber {
  /// How far a number may be from what was rounded to the digits that are printed: half a unit of
  /// the last one, and a little for single precision.
  ///
  /// A 0 or 1 without further digits is taken as exact to two of them: who prints `"fpr": 0` says
  /// more than that it is below a half.
  var rounding: Double {
    let slack = 1e-6
    guard let value = double else { return slack }
    if value == 0 || value == 1 { return 0.005 }
    var unit = 1.0
    for _ in 0..<min(20, fractionDigits) { unit /= 10 }
    return min(unit / 2, 0.05) + slack
  }

  /// How many digits stand behind the point, an exponent counted in.
  private var fractionDigits: Int {
    let parts = literal.utf8.split { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let mantissa = parts.first.map { $0.split(separator: UInt8(ascii: ".")) } ?? []
    let digits = mantissa.count == 2 ? mantissa[1].count : 0
    let exponent = parts.count == 2 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
    return max(0, digits - max(-400, min(400, exponent)))
  }
}
