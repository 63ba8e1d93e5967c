/// The seal of a record: the SHA-256 of the file's own bytes with the seal's 64 digits written
/// as zeros, so that damage to the file shows without any other file.
enum Seal {
  static let memberName = "self_sha256"
  static let digitCount = 64
  private static let blank = [UInt8](repeating: UInt8(ascii: "0"), count: digitCount)

  /// The text of a record, indented or, without a line break, on one line, sealed; the seal is
  /// its last member.
  ///
  /// - Throws: ``RegistryError/fileTooLarge(path:limit:)`` when it is larger than is read back.
  static func sealedText(
    _ record: JSONObject, onOneLine: Bool = false, path: String
  ) throws(RegistryError) -> [UInt8] {
    var blankRecord = record
    blankRecord[memberName] = nil
    blankRecord[memberName] = .string(String(decoding: blank, as: UTF8.self))
    let value = JSONValue.object(blankRecord)
    var text = onOneLine ? value.compactText : value.indentedText
    guard text.count <= JSONReader.maximumBytes else {
      throw .fileTooLarge(path: path, limit: JSONReader.maximumBytes)
    }
    // What follows the digits of the last member.
    let end = text.count - (onOneLine ? "\"}" : "\"\n}\n").utf8.count
    text.replaceSubrange(
      end - blank.count..<end, with: SHA256.digest(of: text).description.utf8)
    return text
  }

  /// Whether `text`, a JSON object that was read, is unchanged since it was sealed; `nil` when it
  /// carries no seal.
  static func isIntact(_ text: [UInt8], sealOffset: Int?) -> Bool? {
    guard let sealOffset else { return nil }
    guard let range = digitRange(in: text, valueOffset: sealOffset) else { return false }
    let digest = digest(of: text[...], blanking: range, hasher: SHA256.self)
    // Compared as it is spelled: a digit whose case was flipped is damage, too.
    return digest.digits == Array(text[range])
  }

  /// The digest of a record with the digits of its seal, which stand in `range`, as zeros.
  static func digest<Hasher: SHA256Hasher>(
    of record: ArraySlice<UInt8>, blanking range: Range<Int>, hasher: Hasher.Type
  ) -> SHA256Digest {
    var hash = Hasher()
    hash.update(record[..<range.lowerBound])
    hash.update(blank[...])
    hash.update(record[range.upperBound...])
    return hash.finalize()
  }

  private static func digitRange(in text: [UInt8], valueOffset: Int) -> Range<Int>? {
    let range = valueOffset + 1..<valueOffset + 1 + blank.count
    let quote = UInt8(ascii: "\"")
    guard range.upperBound < text.count, text[valueOffset] == quote,
      text[range.upperBound] == quote
    else { return nil }
    return range
  }
}
