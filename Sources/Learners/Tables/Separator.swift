/// The byte between two fields of a record.
public enum Separator: UInt8, Sendable, CaseIterable {
  /// `,`
  case comma = 0x2C
  /// `;`
  case semicolon = 0x3B
  /// A tab.
  case tab = 0x09
  /// `|`
  case pipe = 0x7C

  /// Its name in messages.
  public var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }
}
