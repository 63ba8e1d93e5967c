/// Text as Python spells it in pickles of protocol 0.
///
/// Source: CPython, Objects/bytesobject.c (`_PyBytes_DecodeEscape`) and Objects/unicodeobject.c
/// (`PyUnicode_DecodeRawUnicodeEscape`).
struct PythonEscapes {
  /// Which escapes there are.
  enum Notation {
    /// Those of bytes: `\n`, `\x41`, `\101` and so on.
    case bytes
    /// Only `\u0041` and `\U00000041`.
    case rawText
  }

  private var rest: ArraySlice<UInt8>
  private let notation: Notation

  init(_ bytes: ArraySlice<UInt8>, of notation: Notation) {
    rest = bytes
    self.notation = notation
  }

  /// The text; where an escape is broken, the fault that `cursor` is at.
  func text(orFault cursor: PickleCursor) throws(PickleFault) -> String {
    var reader = self
    var text = ""
    while let byte = reader.rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      guard let scalars = reader.escaped() else { throw cursor.fault(.badText) }
      text.unicodeScalars.append(contentsOf: scalars)
    }
    return text
  }

  /// What stands for the escape behind the backslash that was just read; `nil` when it is broken.
  private mutating func escaped() -> [Unicode.Scalar]? {
    guard let letter = rest.first else { return notation == .bytes ? nil : ["\\"] }
    switch notation {
    case .rawText:
      rest.removeFirst()
      guard letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") else {
        return ["\\", Unicode.Scalar(letter)]
      }
      return number(digits: letter == UInt8(ascii: "u") ? 4 : 8, radix: 16).map {
        // Half of a pair stands for no character.
        [Unicode.Scalar($0) ?? "\u{FFFD}"]
      }
    case .bytes:
      let octal = rest.prefix(3).prefix { (0x30...0x37).contains($0) }.count
      guard octal == 0 else {
        return number(digits: octal, radix: 8).map {
          [Unicode.Scalar(UInt8(truncatingIfNeeded: $0))]
        }
      }
      rest.removeFirst()
      return escapedByte(letter)
    }
  }

  private mutating func escapedByte(_ letter: UInt8) -> [Unicode.Scalar]? {
    switch Unicode.Scalar(letter) {
    case "\n": return []
    case "\\", "'", "\"": return [Unicode.Scalar(letter)]
    case "a": return ["\u{7}"]
    case "b": return ["\u{8}"]
    case "t": return ["\t"]
    case "n": return ["\n"]
    case "v": return ["\u{B}"]
    case "f": return ["\u{C}"]
    case "r": return ["\r"]
    case "x": return number(digits: 2, radix: 16).flatMap { Unicode.Scalar($0) }.map { [$0] }
    default: return ["\\", Unicode.Scalar(letter)]
    }
  }

  private mutating func number(digits: Int, radix: Int) -> UInt32? {
    let digitText = rest.prefix(digits)
    guard digitText.count == digits, digitText.first != UInt8(ascii: "+"),
      let value = UInt32(String(decoding: digitText, as: UTF8.self), radix: radix)
    else { return nil }
    rest.removeFirst(digits)
    return value
  }
}
