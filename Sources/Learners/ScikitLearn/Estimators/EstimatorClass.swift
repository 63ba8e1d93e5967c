/// The estimators that can be scored, as scikit-learn's documentation names them.
enum EstimatorClass: String, CaseIterable {
  case pipeline = "pipeline.Pipeline"
  case samplingPipeline = "imblearn.pipeline.Pipeline"
  case gridSearch = "model_selection.GridSearchCV"
  case randomizedSearch = "model_selection.RandomizedSearchCV"
  case halvingGridSearch = "model_selection.HalvingGridSearchCV"
  case halvingRandomSearch = "model_selection.HalvingRandomSearchCV"
  case frozen = "frozen.FrozenEstimator"
  case fixedThreshold = "model_selection.FixedThresholdClassifier"
  case tunedThreshold = "model_selection.TunedThresholdClassifierCV"
  case transformedTarget = "compose.TransformedTargetRegressor"
  case calibrated = "calibration.CalibratedClassifierCV"
  case votingClassifier = "ensemble.VotingClassifier"
  case votingRegressor = "ensemble.VotingRegressor"
  case stackingClassifier = "ensemble.StackingClassifier"
  case stackingRegressor = "ensemble.StackingRegressor"
  case logistic = "linear_model.LogisticRegression"
  case logisticCV = "linear_model.LogisticRegressionCV"
  case linearSVC = "svm.LinearSVC"
  case ridgeClassifier = "linear_model.RidgeClassifier"
  case ridgeClassifierCV = "linear_model.RidgeClassifierCV"
  case perceptron = "linear_model.Perceptron"
  case descentClassifier = "linear_model.SGDClassifier"
  case descentRegressor = "linear_model.SGDRegressor"
  case linear = "linear_model.LinearRegression"
  case ridge = "linear_model.Ridge"
  case ridgeCV = "linear_model.RidgeCV"
  case lasso = "linear_model.Lasso"
  case lassoCV = "linear_model.LassoCV"
  case elasticNet = "linear_model.ElasticNet"
  case elasticNetCV = "linear_model.ElasticNetCV"
  case bayesianRidge = "linear_model.BayesianRidge"
  case relevance = "linear_model.ARDRegression"
  case huber = "linear_model.HuberRegressor"
  case quantile = "linear_model.QuantileRegressor"
  case theilSen = "linear_model.TheilSenRegressor"
  case lars = "linear_model.Lars"
  case larsCV = "linear_model.LarsCV"
  case lassoLars = "linear_model.LassoLars"
  case lassoLarsCV = "linear_model.LassoLarsCV"
  case lassoLarsIC = "linear_model.LassoLarsIC"
  case matchingPursuit = "linear_model.OrthogonalMatchingPursuit"
  case matchingPursuitCV = "linear_model.OrthogonalMatchingPursuitCV"
  case linearSVR = "svm.LinearSVR"
  case poisson = "linear_model.PoissonRegressor"
  case gamma = "linear_model.GammaRegressor"
  case tweedie = "linear_model.TweedieRegressor"
  case discriminant = "discriminant_analysis.LinearDiscriminantAnalysis"
  case treeClassifier = "tree.DecisionTreeClassifier"
  case treeRegressor = "tree.DecisionTreeRegressor"
  case forestClassifier = "ensemble.RandomForestClassifier"
  case forestRegressor = "ensemble.RandomForestRegressor"
  case extraTreesClassifier = "ensemble.ExtraTreesClassifier"
  case extraTreesRegressor = "ensemble.ExtraTreesRegressor"
  case boostingClassifier = "ensemble.GradientBoostingClassifier"
  case boostingRegressor = "ensemble.GradientBoostingRegressor"
  case histogramClassifier = "ensemble.HistGradientBoostingClassifier"
  case histogramRegressor = "ensemble.HistGradientBoostingRegressor"
  case lightGBMClassifier = "lightgbm.sklearn.LGBMClassifier"
  case lightGBMRegressor = "lightgbm.sklearn.LGBMRegressor"
  case xgboostClassifier = "xgboost.sklearn.XGBClassifier"
  case xgboostRegressor = "xgboost.sklearn.XGBRegressor"
  case xgboostForestClassifier = "xgboost.sklearn.XGBRFClassifier"
  case xgboostForestRegressor = "xgboost.sklearn.XGBRFRegressor"
  case lightGBMBooster = "lightgbm.basic.Booster"
  case xgboostBooster = "xgboost.core.Booster"

  /// - Returns: `nil` for every other class.
  init?(_ object: PickledObject) { self.init(rawValue: object.kind) }
}

extension PipelineReader {
  /// What an estimator of a known class answers of a table.
  mutating func answer(
    of estimator: PickledObject, _ kind: EstimatorClass, _ table: [PipelineColumn]
  ) throws(LearnerError) -> EstimatorAnswer {
    switch kind {
    case .pipeline, .samplingPipeline: try pipelineAnswer(of: estimator, table)
    case .gridSearch, .randomizedSearch, .halvingGridSearch, .halvingRandomSearch:
      try answer(of: try estimator.object("best_estimator_"), table)
    case .frozen: try answer(of: try estimator.object("estimator"), table)
    case .fixedThreshold: try thresholdAnswer(of: estimator, table, tuned: false)
    case .tunedThreshold: try thresholdAnswer(of: estimator, table, tuned: true)
    case .transformedTarget: .number(try targetNumber(of: estimator, table))
    case .calibrated: try calibratedAnswer(of: estimator, table)
    case .votingClassifier: try votedAnswer(of: estimator, table)
    case .votingRegressor: .number(try votedNumber(of: estimator, table))
    case .stackingClassifier: try stackedAnswer(of: estimator, table)
    case .stackingRegressor: .number(try stackedNumber(of: estimator, table))
    case .logistic, .logisticCV: try logisticAnswer(of: estimator, table)
    case .linearSVC, .ridgeClassifier, .ridgeClassifierCV, .perceptron:
      try marginAnswer(of: estimator, table, link: nil)
    case .descentClassifier:
      try marginAnswer(of: estimator, table, link: try estimator.descentLink())
    case .linear, .ridge, .ridgeCV, .lasso, .lassoCV, .elasticNet, .elasticNetCV,
      .descentRegressor, .bayesianRidge, .relevance, .huber, .quantile, .theilSen, .lars, .larsCV,
      .lassoLars, .lassoLarsCV, .lassoLarsIC, .matchingPursuit, .matchingPursuitCV, .linearSVR:
      .number(try linearScores(of: estimator, table, count: 1))
    case .poisson, .gamma, .tweedie: .number(try generalizedNumber(of: estimator, table, kind))
    case .discriminant: try discriminantAnswer(of: estimator, table)
    case .treeClassifier: try forestAnswer(of: estimator, trees: [estimator], table)
    case .treeRegressor: .number(try forestNumber(of: estimator, trees: [estimator], table))
    case .forestClassifier, .extraTreesClassifier:
      try forestAnswer(of: estimator, trees: try estimator.objects("estimators_"), table)
    case .forestRegressor, .extraTreesRegressor:
      .number(
        try forestNumber(of: estimator, trees: try estimator.objects("estimators_"), table))
    case .boostingClassifier: try boostingAnswer(of: estimator, table)
    case .boostingRegressor: .number(try boostingNumber(of: estimator, table))
    case .histogramClassifier: try histogramAnswer(of: estimator, table)
    case .histogramRegressor: .number(try histogramNumber(of: estimator, table))
    case .lightGBMClassifier, .lightGBMRegressor, .xgboostClassifier, .xgboostRegressor,
      .xgboostForestClassifier, .xgboostForestRegressor, .lightGBMBooster, .xgboostBooster:
      try boosterAnswer(of: estimator, table)
    }
  }
}
