extension ModelVersion {
  /// Reads `v1.2.0`, `1.2.0` or `v2.0.0-rc.1`.
  ///
  /// - Throws: ``RegistryError/invalidVersion(_:reason:)``.
  public init(_ text: String) throws(RegistryError) {
    func refuse(_ reason: VersionFlaw) -> RegistryError {
      .invalidVersion(text, reason: reason)
    }
    let hasSign = text.utf8.first == UInt8(ascii: "v")
    // As it will be written: with the `v`, or it could not be read back.
    guard text.utf8.count <= (hasSign ? 128 : 127) else { throw refuse(.tooLong) }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw refuse(.notThreeNumbers) }
    guard !text.utf8.contains(UInt8(ascii: "+")) else { throw refuse(.buildMetadata) }
    // As bytes, which are characters here, and much faster than those.
    let body = hasSign ? text.utf8.dropFirst() : text.utf8[...]
    let hyphen = body.firstIndex(of: Self.hyphenByte) ?? body.endIndex
    let parts = Self.parts(body[..<hyphen])
    guard parts.count == 3 else { throw refuse(.notThreeNumbers) }
    var numbers: [Int] = []
    for part in parts {
      switch Self.number(part) {
      case .success(let number): numbers.append(number)
      case .failure(let flaw): throw refuse(flaw)
      }
    }
    var identifiers: [Identifier] = []
    if hyphen < body.endIndex {
      for part in Self.parts(body[body.index(after: hyphen)...]) {
        guard let identifier = Self.identifier(part) else { throw refuse(.badPrerelease) }
        identifiers.append(identifier)
      }
    }
    self.init(
      major: numbers[0], minor: numbers[1], patch: numbers[2], prerelease: identifiers)
  }

  /// Reads the one spelling that is written to disk; `nil` for every other one.
  init?(asWritten text: String) {
    if let release = ModelVersion(release: text.utf8) {
      self = release
      return
    }
    guard let version = try? ModelVersion(text), version.description == text else { return nil }
    self = version
  }

  /// Reads `v1.2.0` and nothing else, in one look at each byte: lists have thousands of them.
  init?(release text: some Sequence<UInt8>) {
    var numbers = (0, 0, 0)
    var (number, digits, dots, isFirst) = (0, 0, 0, true)
    for byte in text {
      if isFirst {
        guard byte == UInt8(ascii: "v") else { return nil }
        isFirst = false
      } else if isDigit(byte) {
        // A second digit behind a zero, or a tenth.
        guard digits == 0 || (number > 0 && digits < 9) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      } else {
        guard byte == UInt8(ascii: "."), digits > 0, dots < 2 else { return nil }
        if dots == 0 { numbers.0 = number } else { numbers.1 = number }
        (number, digits, dots) = (0, 0, dots + 1)
      }
    }
    guard dots == 2, digits > 0 else { return nil }
    self.init(major: numbers.0, minor: numbers.1, patch: number)
  }

  /// What stands between the dots.
  private static func parts(_ text: Substring.UTF8View) -> [Substring] {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// One number of a version: digits, no leading zero, at most nine of them.
  static func number(_ part: Substring) -> Result<Int, VersionFlaw> {
    guard !part.isEmpty, part.utf8.allSatisfy(isDigit) else { return .failure(.notThreeNumbers) }
    guard part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0") else {
      return .failure(.leadingZero)
    }
    guard part.utf8.count <= 9, let number = Int(part) else { return .failure(.numberTooLarge) }
    return .success(number)
  }

  private static func identifier(_ part: Substring) -> Identifier? {
    guard !part.isEmpty, part.utf8.allSatisfy({ isDigit($0) || isLetter($0) || $0 == hyphenByte })
    else { return nil }
    guard part.utf8.allSatisfy(isDigit) else { return .text(String(part)) }
    return (try? number(part).get()).map(Identifier.number)
  }

  private static let hyphenByte = UInt8(ascii: "-")
}

/// What is wrong with the text of a version.
public enum VersionFlaw: String, Error, Sendable {
  /// More than 128 bytes.
  case tooLong = "it is longer than 128 bytes"
  /// A `+`, which begins build metadata.
  case buildMetadata = "build metadata ('+…') does not order versions"
  /// Other than three numbers between dots.
  case notThreeNumbers = "it is not three numbers such as 1.2.0"
  /// A number such as `01`.
  case leadingZero = "a number begins with 0"
  /// A number of ten digits or more.
  case numberTooLarge = "a number has more than nine digits"
  /// An identifier behind the hyphen that is empty, has another character or is a number such as `01`.
  case badPrerelease =
    "the part behind '-' must be letters, digits and hyphens between dots, numbers without leading 0"
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}
