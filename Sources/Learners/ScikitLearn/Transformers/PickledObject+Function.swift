internal import Registry

extension PickledObject {
  /// The function that an attribute of `FunctionTransformer` names.
  ///
  /// - Throws: ``LearnerError/unsupportedModel(_:reason:supported:)`` for any that is not numpy's own, and where
  ///   it is given more than a number.
  func function(_ attribute: String) throws(LearnerError) -> NumpyFunction {
    let global = file.document.global(at: try reference(attribute))
    let arguments = attribute == "func" ? "kw_args" : "inv_kw_args"
    if let global, let function = global.numpyFunction, hasNoArguments(arguments) {
      return function
    }
    let name = global.map { " '\($0.fullName)'" } ?? ""
    throw unsupported(
      "calls the function\(name), which is not in the file",
      supported: NumpyFunction.allCases.map { "numpy.\($0.rawValue)" })
  }

  private func hasNoArguments(_ name: String) -> Bool {
    if isNone(name) { return true }
    guard let reference = try? reference(name),
      case .dictionary(let pairs) = file.document[reference]
    else { return false }
    return pairs.isEmpty
  }
}

extension PickleGlobal {
  fileprivate var numpyFunction: NumpyFunction? {
    let modules = ["numpy", "numpy.core._multiarray_umath", "numpy._core._multiarray_umath"]
    return modules.contains(module)
      ? NumpyFunction(rawValue: name == "abs" ? "absolute" : name) : nil
  }
}
