/// A range of versions, from which the highest that fits is taken.
///
/// Only releases fit: pre-releases are reached by their number.
public struct VersionRequirement: Sendable, Hashable {
  /// Any release.
  public static let latest = VersionRequirement(spelling: "latest", floor: nil, ceiling: nil)

  private let spelling: String
  /// The lowest version that fits; `nil` for any.
  private let floor: ModelVersion?
  /// The version below which all that fit are; `nil` for none.
  private let ceiling: ModelVersion?

  private init(spelling: String, floor: ModelVersion?, ceiling: ModelVersion?) {
    self.spelling = spelling
    self.floor = floor
    self.ceiling = ceiling
  }

  /// Reads a range; `nil` when the text is none at all.
  ///
  /// - `^1.2`: at least v1.2.0 and below the next version that may break callers, which is the next
  ///   one in the first number that is not 0: v2.0.0; for `^0.2` v0.3.0, for `^0.0.3` v0.0.4.
  /// - `~1.2` and `~1.2.3`: below the next minor version, v1.3.0; `~1`: below v2.0.0.
  /// - `latest`: any release.
  ///
  /// - Throws: ``RegistryError/invalidRequirement(_:)`` when it begins like one and is none.
  ///
  /// Source: the caret and tilde ranges of npm and Cargo, where they agree.
  public init?(_ text: String) throws(RegistryError) {
    if text.utf8.elementsEqual("latest".utf8) {
      self = .latest
      return
    }
    guard let sign = text.utf8.first, sign == UInt8(ascii: "^") || sign == UInt8(ascii: "~")
    else { return nil }
    guard let numbers = Self.numbers(text.dropFirst()) else { throw .invalidRequirement(text) }
    let rising =
      sign == UInt8(ascii: "^")
      ? numbers.firstIndex { $0 > 0 } ?? numbers.count - 1 : min(1, numbers.count - 1)
    spelling = text
    floor = Self.version(numbers)
    ceiling = Self.version(Array(numbers[..<rising]) + [numbers[rising] + 1])
  }

  /// One to three numbers, the rest 0.
  private static func version(_ numbers: [Int]) -> ModelVersion {
    ModelVersion(
      major: numbers[0], minor: numbers.count > 1 ? numbers[1] : 0,
      patch: numbers.count > 2 ? numbers[2] : 0)
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let body = text.utf8.first == UInt8(ascii: "v") ? text.dropFirst() : text
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard case .success(let number) = ModelVersion.number(part) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// Whether `version` fits.
  public func accepts(_ version: ModelVersion) -> Bool {
    if version.isPrerelease { return false }
    if let floor, version < floor { return false }
    if let ceiling, version >= ceiling { return false }
    return true
  }
}

extension VersionRequirement: CustomStringConvertible {
  /// The text it was read from.
  public var description: String { spelling }
}
