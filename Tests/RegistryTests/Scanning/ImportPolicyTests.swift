import Testing

@testable import Registry

@Suite struct `What a pickle imports` {
  private func verdict(_ module: String, _ name: String) -> ScanVerdict {
    ImportPolicy.verdict(of: PickleGlobal(module: module, name: name, offset: 0))
  }

  @Test(arguments: [
    ("sklearn.linear_model._logistic", "LogisticRegression"), ("sklearn.tree._tree", "Tree"),
    ("sklearn.ensemble._hist_gradient_boosting.predictor", "TreePredictor"),
    ("sklearn._loss._loss", "__pyx_unpickle_CyHalfBinomialLoss"), ("builtins", "set"),
    ("__builtin__", "set"), ("collections", "OrderedDict"), ("numpy", "dtype"),
    ("numpy.core.multiarray", "_reconstruct"), ("scipy.sparse._csr", "csr_matrix"),
    ("xgboost.core", "Booster"), ("lightgbm.basic", "Booster"),
    // scikit-learn 1.5.2 calls its losses so.
    ("_loss", "CyHalfBinomialLoss"), ("_loss", "__pyx_unpickle_CyHalfBinomialLoss"),
    ("sklearn.compose._column_transformer", "make_column_selector"),
    ("sklearn.metrics._scorer", "_CurveScorer"),
    ("sklearn.metrics._dist_metrics", "HaversineDistance"),
    ("scipy.stats._continuous_distns", "reciprocal_gen"),
    ("scipy.stats._distn_infrastructure", "rv_continuous_frozen"),
    ("xgboost.callback", "EarlyStopping"), ("lightgbm.engine", "CVBooster"),
    ("pandas.core.arrays.integer", "Int64Dtype"), ("pandas._libs.missing", "NA"),
    ("numpy", "log1p"), ("numpy.core._multiarray_umath", "isnan"),
  ])
  func `is clean where it is known to make values`(module: String, name: String) {
    #expect(verdict(module, name) == .clean)
  }

  @Test(arguments: [
    ("os", "system"), ("os.path", "join"), ("subprocess", "Popen"), ("builtins", "eval"),
    ("__builtin__", "execfile"), ("sklearn.utils", "os.system"), ("sklearn.base", "os"),
    ("sklearn.tree._classes", "DecisionTreeClassifier.fit.__globals__"), ("numpy", "load"),
    ("numpy.testing._private.utils", "runstring"), ("functools", "partial"),
    ("sklearn.callback._transport", "Client"), ("pandas.io.pickle", "read_pickle"),
    ("pickle", "loads"), ("joblib.numpy_pickle", "load"), ("importlib._bootstrap", "_gcd_import"),
    ("pydoc", "pipepager"), ("pipes", "Template"), ("uuid", "_get_command_stdout"),
    ("_osx_support", "_read_output"), ("_aix_support", "_aix_bosmp64"),
    ("torch.utils.collect_env", "run"), ("gzip", "open"), ("zipfile", "ZipFile"),
    ("tarfile", "open"), ("copyreg", "add_extension"), ("numpy", "savetxt"),
    ("numpy", "apply_along_axis"), ("sklearn.datasets._base", "_fetch_remote"),
    ("typing", "get_type_hints"),
    // Behind a class of joblib under a foreign name, joblib reads on from another byte.
    ("mylib", "NumpyArrayWrapper"), ("joblib", "numpy_pickle.NumpyArrayWrapper"),
    ("mylib", "compat.NDArrayWrapper"),
  ])
  func `is dangerous where it runs programs or leads to what does`(module: String, name: String) {
    #expect(verdict(module, name) == .dangerous)
  }

  @Test(arguments: [
    ("mylib", "Model"), ("__main__", "Model"), ("", ""), ("sklearn", "Pipeline"),
    ("sklearn.base", "clone"), ("sklearn.base", "__version__"), ("sklearn.base", "ABCMeta"),
    ("sklearn.utils._base", "Bunch"), ("sklearn..base", "BaseEstimator"),
    ("sklearn.base.", "BaseEstimator"), ("sklearn_extra.base", "Model"), ("osx", "system"),
    ("sklearn.base", "Base.Estimator"), ("builtins", "print"), ("builtins", "type"),
    // The sign for kelvin is equal to K for Swift, not for Python.
    ("sklearn.neighbors._kd_tree", "\u{212A}DTree"), ("numpy", "ndarray.tofile"),
    ("sklearn.tree.\u{E9}t", "Tree"), ("coll\u{FB01}ections", "OrderedDict"),
    ("sklearn.pipeline", "Popen"), ("sklearn.ensemble._forest", "ThreadPoolExecutor"),
    ("scipy.stats._distn_infrastructure", "rv_continuous"),
    ("scipy.stats._continuous_distns", "x.y_gen"),
  ])
  func `is for a person to look at where nobody knows it`(module: String, name: String) {
    #expect(verdict(module, name) == .review)
  }
}
