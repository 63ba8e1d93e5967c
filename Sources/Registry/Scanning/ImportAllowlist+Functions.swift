extension ImportAllowlist {
  /// Functions that models hold and call when they score. Nothing that loads calls one: what numpy makes
  /// of an argument goes as far as the bytes at any address.
  static let functions: [String: Set<String>] = [
    "numpy": universalFunctions.union(arrayFunctions),
    "numpy.core._multiarray_umath": universalFunctions,
    "numpy._core._multiarray_umath": universalFunctions,
    "scipy._lib.array_api_compat.numpy._aliases": words("asarray"),
    "sklearn.cluster._kmeans": words("_kmeans_single_lloyd _kmeans_single_elkan"),
    "sklearn.feature_selection._univariate_selection": words(
      "f_classif f_regression chi2 f_oneway r_regression"),
    "sklearn.feature_selection._mutual_info": words("mutual_info_classif mutual_info_regression"),
    "sklearn.metrics._classification": words(
      """
      accuracy_score balanced_accuracy_score f1_score precision_score recall_score jaccard_score
      log_loss brier_score_loss matthews_corrcoef cohen_kappa_score
      """),
    "sklearn.metrics._ranking": words("roc_auc_score average_precision_score"),
    "sklearn.metrics._regression": words(
      """
      r2_score mean_squared_error root_mean_squared_error mean_absolute_error
      median_absolute_error explained_variance_score max_error mean_absolute_percentage_error
      """),
    "sklearn.utils.validation": words("check_array"),
    "xgboost.collective": words("communicator_print"),
  ]

  private static let arrayFunctions = words(
    "mean median array asarray ravel round squeeze where")

  /// Functions that work element by element, which transformers of columns hold.
  private static let universalFunctions = words(
    """
    log log1p log2 log10 exp expm1 exp2 sqrt cbrt square absolute abs sign sin cos tan tanh arctan
    floor ceil rint reciprocal negative clip nan_to_num fabs hypot isnan deg2rad rad2deg sinh cosh
    arcsin arccos arctan2 arcsinh arccosh arctanh add subtract multiply divide power maximum minimum
    """)
}
