@testable import Learners

/// A model of XGBoost or LightGBM that is read answers two rows, or says why it does not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard [.xgboost, .lightGBM].contains(ModelFormat.format(of: bytes)),
    let model = try? ScoringModel(bytes, path: "model")
  else { return 0 }
  var columns: [[Column]] = Array(repeating: [], count: model.graph.inputs.count)
  for feature in model.features {
    guard let input = feature.input else { continue }
    let isText = model.graph.inputs[input].type == .string
    columns[input].append(
      Column(
        name: feature.name ?? "", type: isText ? .categorical : .real,
        values: isText
          ? .categories(codes: [0, -1], levels: ["admin"]) : .numbers([1.5, .nan])))
  }
  let answers = try? model.graph.numbers(columns, rowCount: 2, output: model.answer.output)
  precondition(answers.map { $0.count >= 2 } ?? true, "an answer is missing")
  return 0
}
