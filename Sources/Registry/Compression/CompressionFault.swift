/// Why bytes are not what the format that they claim to be in allows, or not what is read here.
package enum CompressionFault: Error, Sendable, Equatable {
  /// The first bytes are those of no format that is read here.
  case unknownKind
  /// A number, block or stream goes past the end.
  case endsEarly
  /// A header, or another number that describes what follows, has a value that it may not have.
  case badHeader
  /// A table of codes is no such table, or a code stands for nothing.
  case badCode
  /// Bytes are to be repeated from before the first one.
  case badDistance
  /// What came out is longer or shorter than what was announced.
  case wrongLength
  /// What came out is not what went in.
  case wrongChecksum
  /// More than the format ends with: from this byte on.
  case trailingBytes(offset: Int)
  /// The format allows it, and this library does not read it.
  case unsupported(String)
  /// More would come out than the caller allowed.
  case tooLarge(limit: Int)
  /// The directory of an archive does not describe the archive.
  case badDirectory
  /// An entry says one thing of itself and another in the directory.
  case contradiction(entry: String)
  /// Two entries of an archive share bytes, or a name.
  case sharing(entry: String)

  /// Whether an archive has two contents for one entry, so that programs read different ones.
  var hidesContent: Bool {
    switch self {
    case .contradiction, .sharing: true
    default: false
    }
  }

  /// What is wrong, to stand behind the name of the file.
  package var message: String {
    switch self {
    case .unknownKind: "it is in no compression that is read here"
    case .endsEarly: "more is announced than there is"
    case .badHeader: "a header says what none may say"
    case .badCode: "a code stands for nothing"
    case .badDistance: "bytes are to be repeated from before the first one"
    case .wrongLength: "the content is not as long as announced"
    case .wrongChecksum: "the content does not have the checksum that goes with it"
    case .trailingBytes(let offset): "bytes follow the end, from byte \(offset) on"
    case .unsupported(let feature): "it has \(feature), which is not read here"
    case .tooLarge(let limit): "the content is larger than \(counted(limit, "byte"))"
    case .badDirectory: "the directory of the archive does not fit the archive"
    case .contradiction(let entry):
      "the entry '\(entry)' says one thing of itself and another in the directory"
    case .sharing(let entry): "the entry '\(entry)' shares its bytes or its name with another"
    }
  }
}
