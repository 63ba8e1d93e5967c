extension Double {
  /// The number as tables of metrics show it: four digits behind the point, none for a whole number above 1.
  package var shortened: String {
    self == rounded() && magnitude > 1 ? rounded(toPlaces: 0) : rounded(toPlaces: 4)
  }

  /// The number with so many digits behind the point, for people; not for reading back.
  package func rounded(toPlaces places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    // Above 2^53 the digits behind the point say nothing, and soon no `Int` holds them all.
    guard magnitude * scale < 9e15 else { return description }
    // As bytes, from the last digit on: lists print thousands.
    var rest = Int((magnitude * scale).rounded())
    let isNegative = self < 0 && rest > 0
    var reversed: [UInt8] = []
    reversed.reserveCapacity(24)
    while rest > 0 || reversed.count <= places {
      if places > 0 && reversed.count == places { reversed.append(UInt8(ascii: ".")) }
      reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    if isNegative { reversed.append(UInt8(ascii: "-")) }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }
}
