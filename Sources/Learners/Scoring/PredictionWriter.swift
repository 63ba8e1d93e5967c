internal import Registry

/// Predictions as text, a batch at a time.
struct PredictionWriter {
  let format: PredictionFormat
  let modelVersion: String
  let hasIntegerLabels: Bool
  /// The header of the rows that are kept; `nil` when they are not.
  let keptHeader: [String]?

  /// The first line of a CSV file.
  var header: [UInt8] {
    guard format == .csv else { return [] }
    var line: [UInt8] = []
    for (index, name) in ((keptHeader ?? []) + OutputName.all).enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      CSVText.append(Array(name.utf8), to: &line)
    }
    return line + [UInt8(ascii: "\n")]
  }

  /// The lines of a batch.
  func text(_ predictions: [Prediction], _ batch: RowBatch) -> [UInt8] {
    var text: [UInt8] = []
    for (index, prediction) in predictions.enumerated() {
      let kept = batch.kept.isEmpty ? nil : batch.kept[index]
      switch format {
      case .csv: appendCSV(prediction, kept, to: &text)
      case .jsonLines: appendJSON(prediction, kept, to: &text)
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private func appendCSV(_ prediction: Prediction, _ kept: RowBatch.Kept?, to text: inout [UInt8]) {
    for cell in cells(kept) {
      CSVText.append(cell, to: &text)
      text.append(UInt8(ascii: ","))
    }
    text.append(contentsOf: prediction.probability.description.utf8)
    text.append(UInt8(ascii: ","))
    CSVText.append(Array(prediction.label.utf8), to: &text)
    text.append(UInt8(ascii: ","))
    text.append(contentsOf: modelVersion.utf8)
  }

  /// The kept cells in the order of the header; what an object lacks is empty.
  private func cells(_ kept: RowBatch.Kept?) -> [[UInt8]] {
    switch kept {
    case nil: []
    case .fields(let fields): fields
    case .object(let object): (keptHeader ?? []).map { Self.cell(object[$0] ?? .null) }
    }
  }

  /// A CSV field as JSON: a number where it is spelled as one, `null` where it is empty.
  private static func value(_ field: [UInt8]) -> JSONValue {
    if field.isEmpty { return .null }
    if case .number(let number)? = try? JSONValue(parsing: field) { return .number(number) }
    return .string(String(decoding: field, as: UTF8.self))
  }

  private static func cell(_ value: JSONValue) -> [UInt8] {
    switch value {
    case .null: []
    case .string(let text): Array(text.utf8)
    default: value.compactText
    }
  }

  private func appendJSON(_ prediction: Prediction, _ kept: RowBatch.Kept?, to text: inout [UInt8])
  {
    var object = JSONObject()
    switch kept {
    case nil: break
    case .object(let row): object = row
    case .fields(let fields):
      for (name, field) in zip(keptHeader ?? [], fields) {
        object[name] = Self.value(field)
      }
    }
    object[OutputName.probability] = .float(prediction.probability)
    let number = hasIntegerLabels ? Int(prediction.label).map(JSONValue.integer) : nil
    object[OutputName.label] = number ?? .string(prediction.label)
    object[OutputName.modelVersion] = .string(modelVersion)
    text += JSONValue.object(object).compactText
  }
}

/// CSV fields as RFC 4180 writes them.
enum CSVText {
  /// Adds a field, quoted when it holds a separator, a quote, a line break, or spaces at its ends.
  static func append(_ field: [UInt8], to text: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain =
      !field.contains { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D }
      && field.first != 0x20 && field.last != 0x20
    guard !isPlain else {
      text += field
      return
    }
    text.append(quote)
    for byte in field {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }
}
