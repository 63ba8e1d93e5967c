/// What importing and calling a name makes of a file: clean where the name is on a list of what only makes
/// values, dangerous where it is on one of what runs programs or reaches them, and for a person
/// to look at otherwise.
///
/// Behind the classes that stand for arrays joblib reads on by itself, and by whatever name it has them:
/// under one that is not known here, what follows would be read from another byte.
enum ImportPolicy {
  static func verdict(of global: PickleGlobal) -> ScanVerdict {
    if ImportDenylist.has(module: global.module, name: global.name) || isHiddenWrapper(global) {
      return .dangerous
    }
    let isKnown = ImportAllowlist.has(module: global.module, name: global.name)
    return isKnown || ScipyDistribution.has(global) ? .clean : .review
  }

  /// The same where it is called, too.
  static func verdict(ofCalled global: PickleGlobal) -> ScanVerdict {
    let isFunction = ImportAllowlist.isFunction(module: global.module, name: global.name)
    return max(verdict(of: global), isFunction ? .review : .clean)
  }

  private static func isHiddenWrapper(_ global: PickleGlobal) -> Bool {
    let last = global.name.utf8.split(separator: UInt8(ascii: ".")).last
    guard let last, wrappers[String(decoding: last, as: UTF8.self)] != nil else { return false }
    return wrappers[global.name]?.contains(global.module) != true
  }

  /// The classes that stand for arrays, with the modules that have them.
  private static let wrappers: [String: Set<String>] = [
    "NumpyArrayWrapper": modules, "NDArrayWrapper": modules.union(compatibleModules),
    "ZNDArrayWrapper": modules.union(compatibleModules),
  ]

  private static let modules: Set<String> = [
    "joblib.numpy_pickle", "sklearn.externals.joblib.numpy_pickle",
  ]

  private static let compatibleModules: Set<String> = [
    "joblib.numpy_pickle_compat", "sklearn.externals.joblib.numpy_pickle_compat",
  ]
}
