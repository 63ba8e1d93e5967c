/// The transformers that can be followed, as scikit-learn's documentation names them.
enum TransformerClass: String, CaseIterable {
  case pipeline = "pipeline.Pipeline"
  case union = "pipeline.FeatureUnion"
  case columnTransformer = "compose.ColumnTransformer"
  case imputer = "impute.SimpleImputer"
  case indicator = "impute.MissingIndicator"
  case standardScaler = "preprocessing.StandardScaler"
  case minMaxScaler = "preprocessing.MinMaxScaler"
  case maxAbsScaler = "preprocessing.MaxAbsScaler"
  case robustScaler = "preprocessing.RobustScaler"
  case binarizer = "preprocessing.Binarizer"
  case oneHotEncoder = "preprocessing.OneHotEncoder"
  case ordinalEncoder = "preprocessing.OrdinalEncoder"
  case targetEncoder = "preprocessing.TargetEncoder"
  case polynomial = "preprocessing.PolynomialFeatures"
  case bins = "preprocessing.KBinsDiscretizer"
  case power = "preprocessing.PowerTransformer"
  case principalComponents = "decomposition.PCA"
  case singularVectors = "decomposition.TruncatedSVD"
  case varianceThreshold = "feature_selection.VarianceThreshold"
  case bestFeatures = "feature_selection.SelectKBest"
  case modelSelection = "feature_selection.SelectFromModel"
  case elimination = "feature_selection.RFE"
  case eliminationCV = "feature_selection.RFECV"
  case sequential = "feature_selection.SequentialFeatureSelector"
  case function = "preprocessing.FunctionTransformer"

  /// - Returns: `nil` for every other class.
  init?(_ object: PickledObject) { self.init(rawValue: object.kind) }
}

extension PickledObject {
  /// Whether a transformer leaves out zeros of what it makes.
  func makesSparse(_ kind: TransformerClass, of isSparse: Bool) throws(LearnerError) -> Bool {
    switch kind {
    case .columnTransformer: try bool("sparse_output_")
    // The name before version 1.2.
    case .oneHotEncoder: try bool(has("sparse_output") ? "sparse_output" : "sparse")
    case .ordinalEncoder, .targetEncoder, .principalComponents, .singularVectors: false
    case .bins: try text("encode") == "onehot"
    // A truth value, or 'auto'.
    case .indicator: try cell("sparse").number.map { $0 != 0 } ?? isSparse
    case .pipeline, .union, .imputer, .standardScaler, .minMaxScaler, .maxAbsScaler,
      .robustScaler, .binarizer, .function, .polynomial, .power, .varianceThreshold, .bestFeatures,
      .modelSelection, .elimination, .eliminationCV, .sequential:
      isSparse
    }
  }
}

extension PipelineReader {
  /// What a transformer of a known class makes of a table.
  mutating func transform(
    _ table: [PipelineColumn], by object: PickledObject, _ kind: TransformerClass
  ) throws(LearnerError) -> [PipelineColumn] {
    switch kind {
    case .pipeline: try transform(table, throughStepsOf: object)
    case .union: try transform(table, byUnion: object)
    case .columnTransformer: try transform(table, byColumns: object)
    case .imputer: try impute(table, by: object)
    case .indicator: try indicators(of: table, by: object)
    case .standardScaler, .minMaxScaler, .maxAbsScaler, .robustScaler, .binarizer:
      try scale(table, by: object, kind)
    case .oneHotEncoder: try oneHot(table, by: object)
    case .ordinalEncoder: try ordinals(of: table, by: object)
    case .targetEncoder: try targets(of: table, by: object)
    case .polynomial: try products(of: table, by: object)
    case .bins: try bins(of: table, by: object)
    case .power: try power(table, by: object)
    case .principalComponents, .singularVectors: try project(table, by: object, kind)
    case .varianceThreshold, .bestFeatures, .modelSelection, .elimination, .eliminationCV,
      .sequential:
      try select(table, by: object, kind)
    case .function: try transform(table, byFunction: object)
    }
  }
}
