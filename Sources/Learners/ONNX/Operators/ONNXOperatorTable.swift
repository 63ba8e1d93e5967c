/// Every operator that is implemented, one row each.
enum ONNXOperatorTable {
  struct Row: Sendable {
    let name: String
    let domain: ONNXDomain
    /// The operator set versions in which the operator means what the type does.
    let versions: ClosedRange<Int64>
    let inputs: ClosedRange<Int>
    let outputs: ClosedRange<Int>
    let type: any ONNXOperator.Type
  }

  static let rows: [Row] = [
    row("Add", .standard, 9...22, inputs: 2...2, type: ArithmeticOperator<Addition>.self),
    row("ArgMax", .standard, 9...22, type: ArgMaxOperator.self),
    row("Cast", .standard, 9...22, type: CastOperator.self),
    row("Clip", .standard, 11...22, inputs: 1...3, type: ClipOperator.self),
    row("Concat", .standard, 9...22, inputs: 1...Int.max, type: ConcatOperator.self),
    row("Gather", .standard, 9...22, inputs: 2...2, type: GatherOperator.self),
    row(
      "GreaterOrEqual", .standard, 12...22, inputs: 2...2,
      type: ComparisonOperator<IsGreaterOrEqual>.self),
    row("Identity", .standard, 9...22, type: IdentityOperator.self),
    row("Less", .standard, 9...22, inputs: 2...2, type: ComparisonOperator<IsLess>.self),
    row("MatMul", .standard, 9...22, inputs: 2...2, type: MatMulOperator.self),
    row("Mul", .standard, 9...22, inputs: 2...2, type: ArithmeticOperator<Multiplication>.self),
    row("Not", .standard, 9...22, type: NotOperator.self),
    row("Reshape", .standard, 9...22, inputs: 2...2, type: ReshapeOperator.self),
    row("Sigmoid", .standard, 9...22, type: SigmoidOperator.self),
    row("Softmax", .standard, 13...22, type: SoftmaxOperator.self),
    row("Sub", .standard, 9...22, inputs: 2...2, type: ArithmeticOperator<Subtraction>.self),
    row("Imputer", .learning, 1...5, type: ImputerOperator.self),
    row("LabelEncoder", .learning, 2...5, type: LabelEncoderOperator.self),
    row("LinearClassifier", .learning, 1...5, outputs: 2...2, type: LinearClassifierOperator.self),
    row("LinearRegressor", .learning, 1...5, type: LinearRegressorOperator.self),
    row("OneHotEncoder", .learning, 1...5, type: OneHotEncoderOperator.self),
    row("Scaler", .learning, 1...5, type: ScalerOperator.self),
    row(
      "TreeEnsembleClassifier", .learning, 1...4, outputs: 2...2,
      type: TreeEnsembleClassifierOperator.self),
    row("TreeEnsembleRegressor", .learning, 1...4, type: TreeEnsembleRegressorOperator.self),
  ]

  /// The row of an operator.
  ///
  /// - Throws: ``LearnerError/unsupportedONNX(_:)`` when there is none for this name and version.
  static func row(
    _ name: String, _ domain: ONNXDomain, version: Int64, node: String
  ) throws(LearnerError) -> Row {
    let key = UTF8Key(name)
    guard let row = rows.first(where: { $0.domain == domain && UTF8Key($0.name) == key }) else {
      throw .unsupportedONNX(.operatorKind(name, node: node, supported: rows.map(\.name)))
    }
    guard row.versions.contains(version) else {
      throw .unsupportedONNX(.operatorVersion(name, version: version, supported: row.versions))
    }
    return row
  }

  private static func row(
    _ name: String, _ domain: ONNXDomain, _ versions: ClosedRange<Int64>,
    inputs: ClosedRange<Int> = 1...1, outputs: ClosedRange<Int> = 1...1,
    type: any ONNXOperator.Type
  ) -> Row {
    Row(
      name: name, domain: domain, versions: versions, inputs: inputs, outputs: outputs, type: type)
  }
}
