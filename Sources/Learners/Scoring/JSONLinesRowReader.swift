internal import Registry

/// The rows of a JSON Lines file: an object a line, keys named like the inputs; `null` is missing,
/// other keys are passed over.
struct JSONLinesRowReader: RowReader {
  private static let rowsInABatch = 2048

  private let path: String
  private let inputs: [ModelSignature.Field]
  private let types: [ColumnType]
  private let keeps: Keeping
  private var lines: LineReader
  /// Where each input stood in the object before: mostly it stands there again.
  private var positions: [Int]
  /// The keys of the first object, in its order.
  private var firstKeys: [String]?

  /// What is kept of the objects.
  enum Keeping {
    case nothing
    /// Objects as they are.
    case objects
    /// Objects as rows of a table: none has a key that the first one lacks.
    case rows
  }

  init(
    _ source: any ByteSource, path: String, inputs: [ModelSignature.Field],
    keeps: Keeping
  ) throws(LearnerError) {
    self.path = path
    positions = Array(inputs.indices)
    self.inputs = inputs
    self.keeps = keeps
    lines = LineReader(source, path: path)
    var types: [ColumnType] = []
    for input in inputs { types.append(try input.columnType()) }
    self.types = types
  }

  var header: [String] { firstKeys ?? inputs.map(\.name) }

  mutating func next() throws(LearnerError) -> RowBatch? {
    var columns = types.map(InputColumn.init(type:))
    var kept: [RowBatch.Kept] = []
    var rowCount = 0
    while rowCount < Self.rowsInABatch, let object = try nextObject() {
      for (index, input) in inputs.enumerated() {
        let value = try value(of: input.name, at: index, in: object)
        guard columns[index].append(value) else {
          let text = String(decoding: value.compactText.prefix(40), as: UTF8.self)
          throw fault(.value(key: input.name, text: text, expected: types[index]))
        }
      }
      if keeps != .nothing {
        try checkKeys(of: object)
        kept.append(.object(object))
      }
      rowCount += 1
    }
    guard rowCount > 0 else { return nil }
    let named = zip(inputs, columns).map { $1.column(named: $0.name) }
    return RowBatch(table: Table(columns: named, rowCount: rowCount), kept: kept)
  }

  private mutating func value(
    of name: String, at index: Int, in object: JSONObject
  ) throws(LearnerError) -> JSONValue {
    let members = object.members
    let hint = positions[index]
    if hint < members.count, members[hint].key.utf8.elementsEqual(name.utf8) {
      return members[hint].value
    }
    let found = members.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
    guard let found else { throw fault(.missingKey(name)) }
    positions[index] = found
    return members[found].value
  }

  private mutating func checkKeys(of object: JSONObject) throws(LearnerError) {
    if let taken = object.keys.first(where: OutputName.all.contains) {
      throw .outputNameTaken(path: path, column: taken)
    }
    guard let firstKeys else {
      firstKeys = object.keys
      return
    }
    guard keeps == .rows, object.keys != firstKeys else { return }
    let known = Set(firstKeys.map(UTF8Key.init))
    if let new = object.keys.first(where: { !known.contains(UTF8Key($0)) }) {
      throw fault(.newKey(new))
    }
  }

  /// The object on the next line that is not blank; `nil` at the end.
  private mutating func nextObject() throws(LearnerError) -> JSONObject? {
    while let text = try lines.next() {
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

  private func fault(_ problem: JSONLinesFault.Problem) -> LearnerError {
    .jsonLines(JSONLinesFault(path: path, line: lines.line, problem: problem))
  }
}

/// The cells of one input while JSON values are read.
private struct InputColumn {
  let type: ColumnType
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var levels: [String] = []
  private var codeOfLevel: [[UInt8]: Int32] = [:]

  init(type: ColumnType) { self.type = type }

  /// Takes a value; `false` when it is of another kind than the input.
  mutating func append(_ value: JSONValue) -> Bool {
    switch (value, type) {
    case (.null, .categorical): codes.append(-1)
    case (.null, _): numbers.append(.nan)
    case (.string(let text), .categorical): codes.append(code(of: text))
    case (.bool(let truth), .boolean): numbers.append(truth ? 1 : 0)
    case (.number(let number), .boolean):
      guard let value = number.double, value == 0 || value == 1 else { return false }
      numbers.append(value)
    case (.number(let number), .integer), (.number(let number), .real):
      guard let value = number.double, type.accepts(value) else { return false }
      numbers.append(value)
    default: return false
    }
    return true
  }

  private mutating func code(of text: String) -> Int32 {
    // An empty text is a missing value, as it is in CSV.
    if text.isEmpty { return -1 }
    let key = Array(text.utf8)
    if let known = codeOfLevel[key] { return known }
    let code = Int32(levels.count)
    codeOfLevel[key] = code
    levels.append(text)
    return code
  }

  func column(named name: String) -> Column {
    let values: Column.Values =
      type == .categorical ? .categories(codes: codes, levels: levels) : .numbers(numbers)
    return Column(name: name, type: type, values: values)
  }
}
