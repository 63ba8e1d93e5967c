internal import Registry

/// The rows of a JSON Lines file: an object a line, keys named like the inputs; `null` is missing,
/// other keys are passed over.
struct JSONLinesRowReader: RowReader {
  private static let maximumLine = 16 << 20
  private static let blockSize = 1 << 20

  private let path: String
  private let inputs: [ModelSignature.Field]
  private let keeps: Bool
  private var source: any ByteSource
  private var columns: InputColumns
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var line = 0

  init(
    _ source: any ByteSource, path: String, inputs: [ModelSignature.Field], keeps: Bool
  ) throws(LearnerError) {
    self.source = source
    self.path = path
    self.inputs = inputs
    self.keeps = keeps
    columns = try InputColumns(inputs)
  }

  mutating func next(limit: Int) throws(LearnerError) -> RowBatch {
    var rowCount = 0
    var kept: [RowBatch.Kept] = []
    while rowCount < limit, let object = try nextObject() {
      try append(object)
      if keeps {
        if let taken = object.keys.first(where: OutputName.all.contains) {
          throw .outputNameTaken(path: path, column: taken)
        }
        kept.append(.object(object))
      }
      rowCount += 1
    }
    guard let table = columns.takeTable(rowCount: rowCount) else {
      preconditionFailure("the JSON reader has checked that text is UTF-8")
    }
    return RowBatch(table: table, kept: kept)
  }

  private mutating func append(_ object: JSONObject) throws(LearnerError) {
    for (index, input) in inputs.enumerated() {
      guard let value = object[input.name] else { throw fault(.missingKey(input.name)) }
      let type = columns.type(index)
      let fits = Self.cell(value, type: type).map { cell in
        cell.withUnsafeBufferPointer { columns.append($0, to: index) }
      }
      guard fits == true else {
        let text = String(decoding: value.compactText.prefix(40), as: UTF8.self)
        throw fault(.value(key: input.name, text: text, expected: type))
      }
    }
  }

  /// The cell that a JSON value stands for; `nil` when it is of another kind than the column.
  private static func cell(_ value: JSONValue, type: ColumnType) -> [UInt8]? {
    switch (value, type) {
    case (.null, _): []
    case (.number(let number), .integer), (.number(let number), .real),
      (.number(let number), .boolean):
      Array(number.literal.utf8)
    case (.bool(let value), .boolean): Array((value ? "true" : "false").utf8)
    case (.string(let text), .categorical): Array(text.utf8)
    default: nil
    }
  }

  /// The object on the next line that is not blank; `nil` at the end.
  private mutating func nextObject() throws(LearnerError) -> JSONObject? {
    while let text = try nextLine() {
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      let value: JSONValue
      do throws(JSONError) { value = try JSONValue(parsing: Array(text)) } catch {
        throw fault(.invalid(error))
      }
      guard let object = value.objectValue else { throw fault(.notAnObject) }
      return object
    }
    return nil
  }

  private mutating func nextLine() throws(LearnerError) -> ArraySlice<UInt8>? {
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
      line += 1
      throw fault(.lineTooLong(limit: Self.maximumLine))
    }
    do throws(RegistryError) {
      let count = try source.read(upTo: max(Self.blockSize, buffer.count), into: &buffer)
      isAtEnd = count == 0
    } catch { throw .registry(error) }
  }

  private func fault(_ problem: JSONLinesFault.Problem) -> LearnerError {
    .jsonLines(JSONLinesFault(path: path, line: line, problem: problem))
  }
}
