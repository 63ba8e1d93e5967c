extension GraphBuilder {
  /// The scores of a linear model: [rows, scores].
  mutating func addLinear(
    _ transformer: FittedColumnTransformer, coefficients: [[Double]], intercepts: [Double]
  ) -> String {
    var features: [String] = []
    if let numbers = addNumeric(transformer.numericInputs) { features.append(numbers) }
    for input in transformer.categoricalInputs where input.featureCount > 0 {
      features.append(addIndicators(input))
    }
    return addLearned(
      "LinearRegressor", [concat(features, "features")], "scores",
      [
        ONNXAttribute("coefficients", .floats(coefficients.flatMap { $0.map(Float.init) })),
        ONNXAttribute("intercepts", .floats(intercepts.map(Float.init))),
        ONNXAttribute("targets", .int(Int64(intercepts.count))),
      ])
  }

  /// All numeric columns side by side, missing values filled, then scaled.
  private mutating func addNumeric(_ inputs: [NumericInput]) -> String? {
    guard !inputs.isEmpty else { return nil }
    let filled = addLearned(
      "Imputer", [concat(inputs.map(\.name), "numeric/columns")], "numeric/filled",
      [
        ONNXAttribute("imputed_value_floats", .floats(inputs.map { Float($0.median) })),
        ONNXAttribute("replaced_value_float", .float(.nan)),
      ])
    return addLearned(
      "Scaler", [filled], "numeric/scaled",
      [
        ONNXAttribute("offset", .floats(inputs.map { Float($0.mean) })),
        ONNXAttribute("scale", .floats(inputs.map { Float(1 / $0.scale) })),
      ])
  }

  /// One text column as a 1 at its level; the empty text is missing.
  private mutating func addIndicators(_ input: CategoricalInput) -> String {
    let keys = input.missingIsLevel ? input.levels + [""] : input.levels
    let codes = keys.indices.map(Int64.init)
    let code = addCode(input.name, keys: keys, otherwise: -1)
    let indicators = addLearned(
      "OneHotEncoder", [code], "column/\(input.name)/indicators",
      [ONNXAttribute("cats_int64s", .ints(codes)), ONNXAttribute("zeros", .int(1))])
    return flattenRows(indicators, "column/\(input.name)/features")
  }

  /// Where the text of a column stands among the keys: [rows, 1].
  mutating func addCode(_ column: String, keys: [String], otherwise: Int64) -> String {
    addLearned(
      "LabelEncoder", [column], "column/\(column)/code",
      [
        ONNXAttribute("default_int64", .int(otherwise)),
        ONNXAttribute("keys_strings", .strings(keys)),
        ONNXAttribute("values_int64s", .ints(keys.indices.map(Int64.init))),
      ], type: .int64)
  }
}
