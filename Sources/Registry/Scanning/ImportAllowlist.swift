/// Names that only make values: the classes of fitted models, and what Python itself puts into a pickle
/// of one.
///
/// Names are compared as a whole. Of scikit-learn, which moves its classes from release to release, every
/// class of the modules that hold estimators is known; of everything else, each name is listed.
enum ImportAllowlist {
  static func has(module: String, name: String) -> Bool {
    // Swift takes some letters for equal that Python does not.
    guard module.utf8.allSatisfy({ $0 < 0x80 }), name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    if names[module]?.contains(name) == true { return true }
    if isFunction(module: module, name: name) { return true }
    let path = module.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return path.count >= 2 && path[0] == "sklearn" && families.contains(path[1])
      && path.allSatisfy(isModuleName) && isClassName(name) && !notEstimators.contains(name)
  }

  /// Whether a name is a function that models hold and call when they score, never on loading.
  static func isFunction(module: String, name: String) -> Bool {
    functions[module]?.contains(name) == true
  }

  private static func isModuleName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("__")
      && text.utf8.allSatisfy {
        $0 == 0x5F || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
      }
  }

  /// A capital first, behind at most one underscore, and nothing but letters, digits and underscores.
  private static func isClassName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.drop(while: { $0 == 0x5F }).first, (0x41...0x5A).contains(first),
      !text.hasPrefix("__")
    else { return false }
    return bytes.allSatisfy {
      $0 == 0x5F || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
        || (0x30...0x39).contains($0)
    }
  }

  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The packages of scikit-learn that hold what can be fitted.
  private static let families = words(
    """
    _loss base calibration cluster compose covariance cross_decomposition decomposition
    discriminant_analysis dummy ensemble feature_extraction feature_selection frozen gaussian_process
    impute isotonic kernel_approximation kernel_ridge linear_model manifold mixture model_selection
    multiclass multioutput naive_bayes neighbors neural_network pipeline preprocessing
    random_projection semi_supervised svm tree
    """)

  /// What modules of estimators import from elsewhere, and so hold: no estimator, and able to do more.
  private static let notEstimators = words(
    """
    Parallel ABC ABCMeta Path MethodType NamedTuple Client Listener Connection Thread Queue StringIO
    BytesIO Enum Callable ThreadpoolController UserDict Memory Popen ThreadPoolExecutor
    ProcessPoolExecutor
    """)

  /// Of every other module, what is known to be harmless.
  private static let names: [String: Set<String>] = [
    "builtins": builtins,
    "__builtin__": builtins.union(["long", "unicode", "basestring", "xrange"]),
    "array": words("array _array_reconstructor"),
    "collections": words("OrderedDict defaultdict Counter deque ChainMap"),
    "copyreg": words("_reconstructor __newobj__ __newobj_ex__"),
    "copy_reg": words("_reconstructor"),
    "_codecs": words("encode"),
    "datetime": words("date datetime time timedelta timezone"),
    "decimal": words("Decimal"),
    "fractions": words("Fraction"),
    "uuid": words("UUID"),
    "pathlib": paths, "pathlib._local": paths,
    "pytz": words("_p _UTC"),
    "re": words("_compile"),
    "types": words("SimpleNamespace"),
    "numpy": numpy,
    "numpy.core.multiarray": words("_reconstruct scalar"),
    "numpy._core.multiarray": words("_reconstruct scalar"),
    "numpy.core.numeric": words("_frombuffer"),
    "numpy._core.numeric": words("_frombuffer"),
    "numpy.ma": words("MaskedArray"),
    "numpy.ma.core": words("MaskedArray _mareconstruct"),
    "numpy.dtypes": words("StringDType"),
    "numpy.rec": words("recarray record"),
    "numpy.matrixlib.defmatrix": words("matrix"),
    "numpy.random._pickle": words(
      "__randomstate_ctor __generator_ctor __bit_generator_ctor __legacy_bit_generator_ctor"),
    "numpy.random": words("RandomState Generator"),
    "numpy.random._mt19937": words("MT19937"),
    "numpy.random._pcg64": words("PCG64 PCG64DXSM"),
    "numpy.random._philox": words("Philox"),
    "numpy.random._sfc64": words("SFC64"),
    "numpy.random.bit_generator": words("SeedSequence __pyx_unpickle_SeedSequence"),
    "numpy.random._bit_generator": words("SeedSequence __pyx_unpickle_SeedSequence"),
    "scipy.sparse": sparse, "scipy.sparse._csr": sparse, "scipy.sparse._csc": sparse,
    "scipy.sparse._coo": sparse, "scipy.sparse._lil": sparse, "scipy.sparse._dia": sparse,
    "scipy.sparse._dok": sparse, "scipy.sparse._bsr": sparse, "scipy.sparse.csr": sparse,
    "scipy.sparse.csc": sparse, "scipy.sparse.coo": sparse,
    "scipy.interpolate._bsplines": words("BSpline"),
    "scipy.interpolate._interpolate": words("interp1d"),
    "scipy.interpolate.interpolate": words("interp1d"),
    "joblib.numpy_pickle": words("NumpyArrayWrapper"),
    "sklearn.externals.joblib.numpy_pickle": words("NumpyArrayWrapper"),
    "sklearn._loss._loss": losses,
    // As scikit-learn 1.4 and 1.5 call it.
    "_loss": losses.union(lossClasses),
    "sklearn.compose._column_transformer": words("make_column_selector"),
    "sklearn.metrics._scorer": words(
      """
      _Scorer _PredictScorer _ProbaScorer _ThresholdScorer _PassthroughScorer
      _passthrough_scorer _CurveScorer _MultimetricScorer
      """),
    "sklearn.metrics._dist_metrics": distances,
    "sklearn.neighbors._kd_tree": words("newObj KDTree KDTree32 KDTree64"),
    "sklearn.neighbors._ball_tree": words("newObj BallTree BallTree32 BallTree64"),
    "sklearn.utils._bunch": words("Bunch"),
    "sklearn.utils": words("Bunch"),
    "sklearn.utils._encode": words("_NaNCounter"),
    "sklearn.utils._tags": words(
      "Tags InputTags TargetTags ClassifierTags RegressorTags TransformerTags"),
    "sklearn.utils._metadata_requests": words("MetadataRequest MethodMetadataRequest"),
    "lightgbm.basic": words("Booster"),
    "lightgbm.engine": words("CVBooster"),
    "lightgbm.sklearn": words("LGBMModel LGBMClassifier LGBMRegressor LGBMRanker"),
    "xgboost.callback": words("EarlyStopping EvaluationMonitor LearningRateScheduler"),
    "xgboost.core": words("Booster"),
    "xgboost.sklearn": words(
      "XGBModel XGBClassifier XGBRegressor XGBRanker XGBRFClassifier XGBRFRegressor"),
    "pandas": pandas,
    "pandas.arrays": pandasArrays,
    "pandas._libs.arrays": words("__pyx_unpickle_NDArrayBacked NDArrayBacked"),
    "pandas._libs.internals": words("_unpickle_block BlockManager SingleBlockManager"),
    "pandas._libs.missing": words("NA"),
    "pandas._libs.sparse": words("IntIndex BlockIndex"),
    "pandas._libs.tslibs.nattype": words("_nat_unpickle __nat_unpickle"),
    "pandas._libs.tslibs.timedeltas": words("_timedelta_unpickle Timedelta"),
    "pandas._libs.tslibs.timestamps": words("_unpickle_timestamp Timestamp"),
    "pandas.core.arrays.boolean": words("BooleanArray BooleanDtype"),
    "pandas.core.arrays.categorical": words("Categorical"),
    "pandas.core.arrays.datetimes": words("DatetimeArray"),
    "pandas.core.arrays.floating": words("FloatingArray Float32Dtype Float64Dtype"),
    "pandas.core.arrays.integer": integers,
    "pandas.core.arrays.numpy_": words("NumpyExtensionArray"),
    "pandas.core.arrays.period": words("PeriodArray"),
    "pandas.core.arrays.sparse.array": words("SparseArray"),
    "pandas.core.arrays.string_": words("StringDtype StringArray"),
    "pandas.core.arrays.timedeltas": words("TimedeltaArray"),
    "pandas.core.dtypes.dtypes": words(
      "CategoricalDtype DatetimeTZDtype PeriodDtype IntervalDtype SparseDtype"),
    "pandas.core.frame": words("DataFrame"),
    "pandas.core.series": words("Series"),
    "pandas.core.indexes.base": words("Index _new_Index"),
    "pandas.core.indexes.category": words("CategoricalIndex"),
    "pandas.core.indexes.datetimes": words("DatetimeIndex _new_DatetimeIndex"),
    "pandas.core.indexes.interval": words("IntervalIndex _new_IntervalIndex"),
    "pandas.core.indexes.multi": words("MultiIndex"),
    "pandas.core.indexes.period": words("PeriodIndex _new_PeriodIndex"),
    "pandas.core.indexes.range": words("RangeIndex"),
    "pandas.core.indexes.timedeltas": words("TimedeltaIndex _new_TimedeltaIndex"),
    "pandas.core.internals.blocks": words("new_block"),
    "pandas.core.internals.managers": words("BlockManager SingleBlockManager"),
    "torch._utils": words("_rebuild_tensor_v2 _rebuild_tensor _rebuild_parameter"),
    "torch": words(
      """
      FloatStorage DoubleStorage HalfStorage BFloat16Storage LongStorage IntStorage ShortStorage
      CharStorage ByteStorage BoolStorage Size
      """),
  ]

  private static let builtins = words(
    """
    set frozenset list dict tuple int float bool str bytes bytearray complex slice range object
    Ellipsis NotImplemented
    """)

  private static let sparse = words(
    """
    csr_matrix csc_matrix coo_matrix lil_matrix dia_matrix dok_matrix bsr_matrix csr_array
    csc_array coo_array lil_array dia_array dok_array bsr_array
    """)

  private static let pandas = words(
    """
    DataFrame Series Index RangeIndex MultiIndex CategoricalIndex DatetimeIndex Timestamp Timedelta
    PeriodIndex IntervalIndex TimedeltaIndex NA
    """
  ).union(pandasArrays).union(integers)

  private static let pandasArrays = words(
    """
    StringArray Categorical IntegerArray FloatingArray BooleanArray DatetimeArray PeriodArray
    TimedeltaArray IntervalArray SparseArray CategoricalDtype StringDtype Float32Dtype Float64Dtype
    BooleanDtype DatetimeTZDtype PeriodDtype IntervalDtype SparseDtype
    """)

  private static let integers = words(
    """
    IntegerArray Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype
    UInt64Dtype
    """)

  private static let paths = words(
    "PurePosixPath PureWindowsPath PosixPath WindowsPath")

  private static let losses = words(
    """
    __pyx_unpickle_CyHalfBinomialLoss __pyx_unpickle_CyHalfGammaLoss
    __pyx_unpickle_CyHalfMultinomialLoss __pyx_unpickle_CyHalfPoissonLoss
    __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyHalfTweedieLoss
    __pyx_unpickle_CyHalfTweedieLossIdentity __pyx_unpickle_CyAbsoluteError
    __pyx_unpickle_CyPinballLoss __pyx_unpickle_CyHuberLoss __pyx_unpickle_CyExponentialLoss
    """)

  private static let lossClasses = Set(
    losses.map { String($0.dropFirst("__pyx_unpickle_".count)) })

  private static let distances: Set<String> = {
    let kinds = words(
      """
      Euclidean SEuclidean Manhattan Chebyshev Minkowski WMinkowski Mahalanobis Hamming Canberra
      BrayCurtis Matching Jaccard Dice Kulsinski RogersTanimoto RussellRao SokalMichener
      SokalSneath Haversine
      """)
    return Set(["", "32", "64"].flatMap { width in kinds.map { "\($0)Distance\(width)" } })
      .union(["newObj"])
  }()

  private static let numpy = words(
    """
    ndarray dtype bool_ bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 intc uintc longlong
    ulonglong float16 float32 float64 longdouble complex64 complex128 str_ bytes_ object_ void
    datetime64 timedelta64 number integer floating generic matrix record recarray vectorize
    """)
}
