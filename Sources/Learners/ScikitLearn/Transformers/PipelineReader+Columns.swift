internal import Registry

extension PipelineReader {
  /// `ColumnTransformer`: what each transformer makes of its columns, side by side.
  ///
  /// Which columns these are is written down by place, however they were named: by names, a slice, a mask or
  /// a function.
  mutating func transform(
    _ table: [PipelineColumn], byColumns object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    let places = try object.columnPlaces(of: table.count)
    var all: [PipelineColumn] = []
    for step in try object.steps("transformers_") {
      guard step.object != nil || step.word != "drop" else { continue }
      guard let chosen = places[UTF8Key(step.name)] else {
        throw object.broken("there are no columns of '\(step.name)'")
      }
      // A transformer without columns was never fitted.
      if chosen.isEmpty { continue }
      var part = chosen.map { table[$0] }
      if let transformer = step.object {
        part = try transform(part, by: transformer)
      } else if step.word != "passthrough" {
        throw object.unsupported("has the transformer '\(step.word)'")
      }
      all += try weighted(part, as: step.name, of: object)
    }
    return all
  }

  /// `FunctionTransformer`, which is a function of somebody's program unless it does nothing, only checks
  /// what it is given, or is one of numpy's own.
  mutating func transform(
    _ table: [PipelineColumn], byFunction object: PickledObject
  ) throws(LearnerError) -> [PipelineColumn] {
    if object.isNone("func") { return table }
    let function = try object.reference("func")
    let document = object.file.document
    if let call = document.call(at: function), let partial = document.global(at: call.callable),
      partial.isNamed("partial", in: "functools"),
      let callee = document.tuple(at: call.arguments)?.first.flatMap({ document.global(at: $0) }),
      callee.isNamed("check_array", in: "sklearn.utils.validation")
    {
      return table
    }
    return try apply([.function(try object.function("func"))], to: table, node: object.name)
  }
}

extension PickledObject {
  /// The places of the columns that each transformer takes.
  fileprivate func columnPlaces(of width: Int) throws(LearnerError) -> [UTF8Key: [Int]] {
    let name = "_transformer_to_input_indices"
    guard case .dictionary(let pairs) = file.document[try reference(name)] else {
      throw misfit(name)
    }
    var places: [UTF8Key: [Int]] = [:]
    for pair in pairs {
      guard let key = file.document.text(at: pair.key),
        let columns = try file.matrix(at: pair.value)
      else { throw misfit(name) }
      let whole = columns.numbers.compactMap(Int.init(exactly:)).map { $0 < 0 ? $0 + width : $0 }
      guard whole.count == columns.numbers.count, whole.allSatisfy((0..<width).contains) else {
        throw misfit(name)
      }
      places[UTF8Key(key)] = whole
    }
    return places
  }
}
