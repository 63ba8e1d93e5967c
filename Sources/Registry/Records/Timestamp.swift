/// A moment in UTC, to the second.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int

  /// The moment so many seconds after 1970-01-01T00:00:00Z, or before it.
  public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }

  /// Reads ISO 8601 as this library and Python write it: `2026-01-15T10:30:00Z`, with `+00:00` or
  /// another offset, with a fraction (dropped), or with no zone at all (taken as UTC, which is what
  /// Python's `utcnow().isoformat()` means); `nil` for anything else.
  public init?(_ text: String) {
    var scanner = TimestampScanner(bytes: Array(text.utf8))
    guard let seconds = scanner.secondsSinceEpoch() else { return nil }
    secondsSinceEpoch = seconds
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC: `2026-01-15T10:30:00Z`.
  public var description: String {
    let (days, second) = secondsSinceEpoch.flooredDivision(by: 86_400)
    let date = CivilDate(daysSinceEpoch: days)
    var text: [UInt8] = []
    text.reserveCapacity(20)
    text.append(date.year, digits: 4, "-")
    text.append(date.month, digits: 2, "-")
    text.append(date.day, digits: 2, "T")
    text.append(second / 3600, digits: 2, ":")
    text.append(second / 60 % 60, digits: 2, ":")
    text.append(second % 60, digits: 2, "Z")
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a number with at least so many digits, and a mark. Not by way of `String`: lists print
  /// thousands of moments.
  fileprivate mutating func append(_ number: Int, digits: Int, _ mark: Unicode.Scalar) {
    if number < 0 || number >= (digits == 4 ? 10_000 : 100) {
      append(contentsOf: padded(number, digits).utf8)
    } else {
      var scale = digits == 4 ? 1000 : 10
      while scale > 0 {
        append(UInt8(ascii: "0") + UInt8(number / scale % 10))
        scale /= 10
      }
    }
    append(UInt8(ascii: mark))
  }
}

/// A day of the Gregorian calendar.
///
/// Source of both conversions: H. Hinnant, *chrono-compatible low-level date algorithms*,
/// https://howardhinnant.github.io/date_algorithms.html
struct CivilDate: CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(daysSinceEpoch: Int) {
    let (era, dayOfEra) = (daysSinceEpoch + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// Reads the parts of an ISO 8601 timestamp.
private struct TimestampScanner {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func secondsSinceEpoch() -> Int? {
    guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
      skip("T") || skip(" "), let hour = number(2), skip(":"), let minute = number(2), skip(":"),
      let second = number(2), (1...12).contains(month), (1...31).contains(day), hour < 24,
      minute < 60, second <= 60
    else { return nil }
    skipFraction()
    guard let offset = zoneOffset(), position == bytes.count else { return nil }
    let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
    // The 30th of February is no day.
    guard CivilDate(daysSinceEpoch: days).day == day else { return nil }
    return days * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var number = 0
    for index in position..<position + digits {
      guard isDigit(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    position += digits
    return number
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipFraction() {
    guard skip(".") else { return }
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
  }

  private mutating func zoneOffset() -> Int? {
    if position == bytes.count || skip("Z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2) else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
