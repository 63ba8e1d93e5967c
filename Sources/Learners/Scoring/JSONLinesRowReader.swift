internal import Registry

/// The rows of a JSON Lines file: an object a line, keys named like the inputs; `null` is missing,
/// other keys are passed over.
struct JSONLinesRowReader: RowReader {
  private static let rowsInABatch = 2048

  private let path: String
  private let signature: ModelSignature
  private let inputs: [ScoringInput]
  /// The names that no key of an object may have that is kept.
  private let outputs: [String]
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
    _ source: any ByteSource, path: String, signature: ModelSignature, outputs: [String] = [],
    keeps: Keeping
  ) throws(LearnerError) {
    self.path = path
    self.signature = signature
    inputs = try signature.scoringInputs()
    positions = Array(inputs.indices)
    self.outputs = outputs
    self.keeps = keeps
    lines = LineReader(source, path: path)
  }

  var header: [String] { firstKeys ?? inputs.map(\.name) }

  mutating func read() throws(LearnerError) -> UnparsedRows? {
    var columns = inputs.map(InputColumn.init)
    var kept: [RowBatch.Kept] = []
    var rowCount = 0
    while rowCount < Self.rowsInABatch, let object = try nextObject() {
      for index in inputs.indices {
        guard columns[index].append(value(at: index, in: object)) else { throw misfit(object) }
      }
      if keeps != .nothing {
        try checkKeys(of: object)
        kept.append(.object(object))
      }
      rowCount += 1
    }
    guard rowCount > 0 else { return nil }
    return .batch(
      RowBatch(table: Table(columns: columns.map(\.column), rowCount: rowCount), kept: kept))
  }

  private mutating func value(at index: Int, in object: JSONObject) -> JSONValue? {
    let (members, name) = (object.members, inputs[index].name)
    let hint = positions[index]
    if hint < members.count, members[hint].key.utf8.elementsEqual(name.utf8) {
      return members[hint].value
    }
    let found = members.firstIndex { $0.key.utf8.elementsEqual(name.utf8) }
    guard let found else { return nil }
    positions[index] = found
    return members[found].value
  }

  /// What is wrong with an object that a column did not take: all of it.
  private func misfit(_ object: JSONObject) -> LearnerError {
    let violations = signature.validate(row: object)
    guard violations.isEmpty else { return fault(.row(violations)) }
    let keys = Set(object.keys.map(UTF8Key.init))
    return fault(.derivedInputs(signature.derivedInputs { keys.contains(UTF8Key($0)) }))
  }

  private mutating func checkKeys(of object: JSONObject) throws(LearnerError) {
    if let taken = object.keys.first(where: outputs.contains) {
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
