/// Every operator that is supported, one row each.
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

  static let rows: [Row] = standard + learning

  private static let standard = [
    row("Abs", .standard, 7...22, type: MathOperator<Magnitude>.self),
    row("Add", .standard, 7...22, inputs: 2...2, type: ArithmeticOperator<Addition>.self),
    row("And", .standard, 7...22, inputs: 2...2, type: LogicOperator<Conjunction>.self),
    row("ArgMax", .standard, 7...22, type: ArgMaxOperator<IsGreater>.self),
    row("ArgMin", .standard, 7...22, type: ArgMaxOperator<IsLess>.self),
    row(
      "BatchNormalization", .standard, 9...22, inputs: 5...5,
      type: BatchNormalizationOperator.self),
    row("Cast", .standard, 7...22, type: CastOperator.self),
    row("Clip", .standard, 7...22, inputs: 1...3, type: ClipOperator.self),
    row("Concat", .standard, 7...22, inputs: 1...Int.max, type: ConcatOperator.self),
    row("Constant", .standard, 7...22, inputs: 0...0, type: ConstantOperator.self),
    row("ConstantOfShape", .standard, 9...22, type: ConstantOfShapeOperator.self),
    row("Div", .standard, 7...22, inputs: 2...2, type: ArithmeticOperator<Division>.self),
    row("Dropout", .standard, 7...22, inputs: 1...3, type: DropoutOperator.self),
    row("Elu", .standard, 7...22, type: ActivationOperator<ExponentialUnit>.self),
    row("Equal", .standard, 7...22, inputs: 2...2, type: ComparisonOperator<IsEqual>.self),
    row("Erf", .standard, 9...22, type: MathOperator<ErrorFunction>.self),
    row("Exp", .standard, 7...22, type: MathOperator<Exponential>.self),
    row("Flatten", .standard, 7...22, type: FlattenOperator.self),
    row("Gather", .standard, 7...22, inputs: 2...2, type: GatherOperator.self),
    row("Gemm", .standard, 7...22, inputs: 2...3, type: GemmOperator.self),
    row("Greater", .standard, 7...22, inputs: 2...2, type: ComparisonOperator<IsGreater>.self),
    row(
      "GreaterOrEqual", .standard, 12...22, inputs: 2...2,
      type: ComparisonOperator<IsGreaterOrEqual>.self),
    row("Identity", .standard, 7...22, type: IdentityOperator.self),
    row("IsNaN", .standard, 9...22, type: IsNaNOperator.self),
    row(
      "LayerNormalization", .standard, 17...22, inputs: 2...3,
      type: LayerNormalizationOperator.self),
    row("LeakyRelu", .standard, 7...22, type: ActivationOperator<LeakyRectifier>.self),
    row("Less", .standard, 7...22, inputs: 2...2, type: ComparisonOperator<IsLess>.self),
    row(
      "LessOrEqual", .standard, 12...22, inputs: 2...2,
      type: ComparisonOperator<IsLessOrEqual>.self),
    row("Log", .standard, 7...22, type: MathOperator<Logarithm>.self),
    row("MatMul", .standard, 7...22, inputs: 2...2, type: MatMulOperator.self),
    row("Max", .standard, 7...22, inputs: 1...Int.max, type: ArithmeticOperator<Maximum>.self),
    row("Min", .standard, 7...22, inputs: 1...Int.max, type: ArithmeticOperator<Minimum>.self),
    row("Mul", .standard, 7...22, inputs: 2...2, type: ArithmeticOperator<Multiplication>.self),
    row("Neg", .standard, 7...22, type: MathOperator<Negation>.self),
    row("Not", .standard, 7...22, type: NotOperator.self),
    row("Or", .standard, 7...22, inputs: 2...2, type: LogicOperator<Disjunction>.self),
    row("PRelu", .standard, 7...22, inputs: 2...2, type: ArithmeticOperator<SlopedRectifier>.self),
    row("Pow", .standard, 7...22, inputs: 2...2, type: PowOperator.self),
    row("Reciprocal", .standard, 7...22, type: MathOperator<Inverse>.self),
    row(
      "ReduceLogSumExp", .standard, 7...22, inputs: 1...2,
      type: ReduceOperator<LogSumExpReduction>.self),
    row("ReduceMax", .standard, 7...22, inputs: 1...2, type: ReduceOperator<MaximumReduction>.self),
    row("ReduceMean", .standard, 7...22, inputs: 1...2, type: ReduceOperator<MeanReduction>.self),
    row("ReduceMin", .standard, 7...22, inputs: 1...2, type: ReduceOperator<MinimumReduction>.self),
    row(
      "ReduceProd", .standard, 7...22, inputs: 1...2, type: ReduceOperator<ProductReduction>.self),
    row("ReduceSum", .standard, 7...22, inputs: 1...2, type: ReduceOperator<SumReduction>.self),
    row("Relu", .standard, 7...22, type: MathOperator<RectifiedLinear>.self),
    row("Reshape", .standard, 7...22, inputs: 2...2, type: ReshapeOperator.self),
    row("Selu", .standard, 7...22, type: ActivationOperator<ScaledExponentialUnit>.self),
    row("Shape", .standard, 7...22, type: ShapeOperator.self),
    row("Sigmoid", .standard, 7...22, type: MathOperator<Sigmoid>.self),
    row("Sign", .standard, 9...22, type: MathOperator<SignOfNumber>.self),
    row("Slice", .standard, 7...22, inputs: 1...5, type: SliceOperator.self),
    row("Softmax", .standard, 7...22, type: SoftmaxOperator.self),
    row("Softplus", .standard, 7...22, type: ActivationOperator<SoftRectifier>.self),
    row("Softsign", .standard, 7...22, type: ActivationOperator<SoftSign>.self),
    row(
      "Split", .standard, 7...22, inputs: 1...2, outputs: 1...Int.max, type: SplitOperator.self),
    row("Sqrt", .standard, 7...22, type: MathOperator<SquareRoot>.self),
    row("Squeeze", .standard, 7...22, inputs: 1...2, type: SqueezeOperator.self),
    row("Sub", .standard, 7...22, inputs: 2...2, type: ArithmeticOperator<Subtraction>.self),
    row("Sum", .standard, 7...22, inputs: 1...Int.max, type: ArithmeticOperator<Addition>.self),
    row("Tanh", .standard, 7...22, type: MathOperator<HyperbolicTangent>.self),
    row("Transpose", .standard, 7...22, type: TransposeOperator.self),
    row("Unsqueeze", .standard, 7...22, inputs: 1...2, type: UnsqueezeOperator.self),
    row("Where", .standard, 9...22, inputs: 3...3, type: WhereOperator.self),
  ]

  private static let learning = [
    row(
      "ArrayFeatureExtractor", .learning, 1...5, inputs: 2...2,
      type: ArrayFeatureExtractorOperator.self),
    row("Binarizer", .learning, 1...5, type: BinarizerOperator.self),
    row("CategoryMapper", .learning, 1...5, type: CategoryMapperOperator.self),
    row(
      "FeatureVectorizer", .learning, 1...5, inputs: 1...Int.max,
      type: FeatureVectorizerOperator.self),
    row("Imputer", .learning, 1...5, type: ImputerOperator.self),
    row("LabelEncoder", .learning, 1...5, type: LabelEncoderOperator.self),
    row("LinearClassifier", .learning, 1...5, outputs: 2...2, type: LinearClassifierOperator.self),
    row("LinearRegressor", .learning, 1...5, type: LinearRegressorOperator.self),
    row("Normalizer", .learning, 1...5, type: NormalizerOperator.self),
    row("OneHotEncoder", .learning, 1...5, type: OneHotEncoderOperator.self),
    row("Scaler", .learning, 1...5, type: ScalerOperator.self),
    row("SVMClassifier", .learning, 1...5, outputs: 2...2, type: SVMClassifierOperator.self),
    row("SVMRegressor", .learning, 1...5, type: SVMRegressorOperator.self),
    row("TreeEnsemble", .learning, 5...5, type: TreeEnsembleOperator.self),
    row(
      "TreeEnsembleClassifier", .learning, 1...4, outputs: 2...2,
      type: TreeEnsembleClassifierOperator.self),
    row("TreeEnsembleRegressor", .learning, 1...4, type: TreeEnsembleRegressorOperator.self),
    row("ZipMap", .learning, 1...5, type: ZipMapOperator.self),
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
