extension Double {
  /// The number with so many digits behind the point, for people; not for reading back.
  package func rounded(toPlaces places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    // Above 2^53 the digits behind the point say nothing, and soon no `Int` holds them all.
    guard magnitude * scale < 9e15 else { return description }
    let digits = String(Int((magnitude * scale).rounded()))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = self < 0 && padded.contains(where: { $0 != "0" }) ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
