/// Reads the text of `holdout_predictions.csv` record by record.
struct HoldoutPredictionsReader {
  private var records: RecordScanner
  private let path: String
  private var columns = Columns()

  /// Where the columns stand.
  private struct Columns {
    var (id, label, probability) = (0, 0, 0)
    var split: Int?
    var count = 0
  }

  init(_ bytes: [UInt8], path: String) {
    records = RecordScanner(bytes)
    self.path = path
  }

  /// - Throws: ``RegistryError/unfitPredictions(path:line:_:)``.
  mutating func rows() throws(RegistryError) -> [HoldoutPredictions.Row] {
    try readHeader()
    var rows: [HoldoutPredictions.Row] = []
    var seen: Set<HoldoutPredictions.Key> = []
    // Hashing again whenever a set grows takes half of the time.
    seen.reserveCapacity(min(records.byteCount / 24, 1 << 18))
    while try next() {
      let row = try row()
      guard seen.insert(row.key).inserted else {
        throw wrong(.repeatedRowID(row.id, split: row.split))
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw wrong(.noRows) }
    return rows
  }

  private mutating func readHeader() throws(RegistryError) {
    guard try next() else { throw .emptyFile(path: path) }
    var names: [String] = []
    for index in records.fields.indices { names.append(try text(index)) }
    func place(_ name: String) throws(RegistryError) -> Int? {
      let places = names.indices.filter { names[$0] == name }
      guard places.count < 2 else { throw wrong(.repeatedColumn(name)) }
      return places.first
    }
    func needed(_ name: String) throws(RegistryError) -> Int {
      guard let place = try place(name) else { throw wrong(.missingColumn(name, known: names)) }
      return place
    }
    if let fault = Self.anotherTask(names) { throw wrong(fault) }
    columns.id = try needed("row_id")
    columns.label = try needed("label")
    columns.probability = try needed("probability")
    columns.split = try place("split")
    columns.count = names.count
  }

  /// That the columns are those of a model for several labels, or for numbers.
  private static func anotherTask(_ names: [String]) -> PredictionsFault? {
    if names.contains("probability") { return nil }
    if names.contains("target"), names.contains("prediction") { return .ofNumbers }
    let perLabel = names.count { $0.utf8.starts(with: "probability_".utf8) }
    return names.contains("label") && perLabel > 1 ? .ofSeveralLabels : nil
  }

  private func row() throws(RegistryError) -> HoldoutPredictions.Row {
    guard records.fields.count == columns.count else {
      throw wrong(.fieldCount(expected: columns.count, found: records.fields.count))
    }
    let id = try text(columns.id)
    guard !id.isEmpty else { throw wrong(.emptyRowID) }
    let probability = try text(columns.probability)
    guard let number = Self.probability(probability) else {
      throw wrong(.notAProbability(probability))
    }
    return HoldoutPredictions.Row(
      id: id, split: try columns.split.map { index throws(RegistryError) in try text(index) } ?? "",
      label: try text(columns.label), probability: number)
  }

  /// A decimal number in 0...1. `Double` alone takes hexadecimal digits and `nan` for numbers, too.
  private static func probability(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(text), (0...1).contains(number) else { return nil }
    return number
  }

  private func text(_ field: Int) throws(RegistryError) -> String {
    guard let text = records.text(field) else { throw wrong(.notUTF8) }
    return text
  }

  private mutating func next() throws(RegistryError) -> Bool {
    do { return try records.next() } catch { throw wrong(error) }
  }

  private func wrong(_ fault: PredictionsFault) -> RegistryError {
    .unfitPredictions(path: path, line: records.line, fault)
  }
}
