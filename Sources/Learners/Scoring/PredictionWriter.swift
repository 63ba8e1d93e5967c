internal import Registry

/// Predictions as text, a batch at a time.
struct PredictionWriter {
  let format: PredictionFormat
  let modelVersion: String
  let outputs: PredictionOutputs
  /// The header of the rows that are kept; `nil` when they are not.
  let keptHeader: [String]?
  /// Whether CSV text that a spreadsheet would compute gets an apostrophe in front.
  let guardsFormulas: Bool

  /// The first line of a CSV file.
  var header: [UInt8] {
    guard format == .csv else { return [] }
    var csv = CSVWriter(guardsFormulas: guardsFormulas)
    for name in (keptHeader ?? []) + outputs.names { csv.append(name) }
    csv.endRecord()
    return csv.bytes
  }

  /// The lines of a batch.
  func text(_ predictions: [Prediction], _ batch: RowBatch) -> [UInt8] {
    switch format {
    case .csv: csv(predictions, batch)
    case .jsonLines: jsonLines(predictions, batch)
    }
  }

  private func csv(_ predictions: [Prediction], _ batch: RowBatch) -> [UInt8] {
    var csv = CSVWriter(guardsFormulas: guardsFormulas)
    for (index, prediction) in predictions.enumerated() {
      if !batch.kept.isEmpty { for cell in cells(batch.kept[index]) { csv.append(cell) } }
      outputs.append(prediction, to: &csv)
      csv.append(modelVersion)
      csv.endRecord()
    }
    return csv.bytes
  }

  /// The kept cells in the order of the header; what an object lacks is empty.
  private func cells(_ kept: RowBatch.Kept) -> [String] {
    switch kept {
    case .fields(let fields): fields
    case .object(let object): (keptHeader ?? []).map { Self.cell(object[$0] ?? .null) }
    }
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: String(decoding: value.compactText, as: UTF8.self)
    }
  }

  private func jsonLines(_ predictions: [Prediction], _ batch: RowBatch) -> [UInt8] {
    var text: [UInt8] = []
    for (index, prediction) in predictions.enumerated() {
      var object = batch.kept.isEmpty ? JSONObject() : self.object(batch.kept[index])
      for member in outputs.answer(prediction).members { object[member.key] = member.value }
      object[OutputName.modelVersion] = .string(modelVersion)
      text += JSONValue.object(object).compactText
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private func object(_ kept: RowBatch.Kept) -> JSONObject {
    switch kept {
    case .object(let row): return row
    case .fields(let fields):
      var object = JSONObject()
      for (name, field) in zip(keptHeader ?? [], fields) { object[name] = Self.value(field) }
      return object
    }
  }

  /// A CSV field as JSON: a number where it is spelled as one, `null` where it is empty.
  private static func value(_ field: String) -> JSONValue {
    if field.isEmpty { return .null }
    if case .number(let number)? = try? JSONValue(parsing: Array(field.utf8)) {
      return .number(number)
    }
    return .string(field)
  }
}
