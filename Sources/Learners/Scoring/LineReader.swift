internal import Registry

/// The lines of a text, one after the other, in memory that does not grow with it.
struct LineReader {
  private static let maximumLine = 16 << 20
  private static let blockSize = 1 << 20

  /// The number of the line that was read last, from 1.
  private(set) var line = 0

  private let path: String
  private var source: any ByteSource
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(_ source: any ByteSource, path: String) {
    self.source = source
    self.path = path
  }

  /// The next line without its line feed; `nil` at the end.
  ///
  /// - Throws: ``LearnerError/registry(_:)``, or ``LearnerError/jsonLines(_:)`` for a line of more
  ///   than 16 MiB.
  mutating func next() throws(LearnerError) -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        line += 1
        return buffer[position..<end]
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        line += 1
        return buffer[position...]
      }
      try fill()
    }
  }

  private mutating func fill() throws(LearnerError) {
    buffer.removeFirst(position)
    position = 0
    guard buffer.count <= Self.maximumLine else {
      throw .jsonLines(
        JSONLinesFault(path: path, line: line + 1, problem: .lineTooLong(limit: Self.maximumLine)))
    }
    do throws(RegistryError) {
      // Twice what is there: a long line is then searched a few times only.
      isAtEnd = try source.read(upTo: max(Self.blockSize, buffer.count), into: &buffer) == 0
    } catch { throw .registry(error) }
  }
}
