internal import Registry

/// An object of a saved model: its class, and its attributes.
struct PickledObject {
  let file: PickledModelFile
  /// `LogisticRegression` of `sklearn.linear_model._logistic`.
  let className: PickleGlobal
  private let attributes: [String: PickleReference]

  /// - Returns: `nil` for a value that is no object with attributes.
  /// - Throws: ``LearnerError/brokenModel(_:reason:)`` for an object that is changed after it was made.
  init?(_ file: PickledModelFile, at reference: PickleReference) throws(LearnerError) {
    guard let call = file.document.call(at: reference), let name = file.document.made(by: call)
    else { return nil }
    try file.charge(1, of: 64)
    guard !call.isAltered else {
      throw file.broken("'\(name.fullName)' is changed after it was made")
    }
    guard let attributes = call.state == nil ? [:] : file.document.attributes(of: call) else {
      return nil
    }
    self.file = file
    className = name
    self.attributes = attributes
  }

  /// The class without its module.
  var name: String { className.name }

  /// The class as the file imports it.
  var fullName: String { className.fullName }

  /// The class as scikit-learn's documentation calls it: `linear_model.LogisticRegression`; whole where it
  /// is of another library.
  var kind: String {
    let parts = className.module.split(separator: ".")
    guard parts.count > 1, parts[0] == "sklearn" else { return fullName }
    return "\(parts[1]).\(name)"
  }

  /// The version that wrote the object, where it says so.
  var version: ScikitLearnVersion? {
    attributes["_sklearn_version"].flatMap { file.document.text(at: $0) }.flatMap(
      ScikitLearnVersion.init)
  }

  // MARK: Attributes

  func has(_ name: String) -> Bool { attributes[name] != nil }

  /// Whether an attribute is absent or `None`.
  func isNone(_ name: String) -> Bool {
    guard let reference = attributes[name] else { return true }
    return file.document[reference] == .none
  }

  func reference(_ name: String) throws(LearnerError) -> PickleReference {
    guard let reference = attributes[name] else { throw lacks(name) }
    return reference
  }

  func text(_ name: String) throws(LearnerError) -> String {
    try value(name) { reference throws(LearnerError) in try file.text(at: reference) }
  }

  func number(_ name: String) throws(LearnerError) -> Double {
    try value(name) { reference throws(LearnerError) in try file.number(at: reference) }
  }

  func bool(_ name: String) throws(LearnerError) -> Bool { try number(name) != 0 }

  func cell(_ name: String) throws(LearnerError) -> PickledCell {
    try value(name) { reference throws(LearnerError) in try file.cell(at: reference) }
  }

  func cells(_ name: String) throws(LearnerError) -> [PickledCell] {
    try value(name) { reference throws(LearnerError) in try file.cells(at: reference) }
  }

  func matrix(_ name: String) throws(LearnerError) -> PickledMatrix {
    try value(name) { reference throws(LearnerError) in try file.matrix(at: reference) }
  }

  /// Numbers along one axis, as many as asked for.
  func numbers(_ name: String, count: Int) throws(LearnerError) -> [Double] {
    let matrix = try matrix(name)
    guard matrix.numbers.count == count else {
      throw broken("'\(name)' has \(matrix.numbers.count) numbers, not \(count)")
    }
    return matrix.numbers
  }

  /// Whether an attribute is an array of 32-bit numbers.
  func isSinglePrecision(_ name: String) throws(LearnerError) -> Bool {
    let type = file.document.array(at: try reference(name))?.type
    return type?.kind == .float && type?.itemSize == 4
  }

  /// The elements of a list, or of an array of objects.
  func items(_ name: String) throws(LearnerError) -> [PickleReference] {
    let items = try value(name) { reference throws(LearnerError) in file.items(at: reference) }
    try file.charge(items.count, of: 4)
    return items
  }

  func object(_ name: String) throws(LearnerError) -> PickledObject {
    try value(name) { reference throws(LearnerError) in try PickledObject(file, at: reference) }
  }

  func objects(_ name: String) throws(LearnerError) -> [PickledObject] {
    var objects: [PickledObject] = []
    for item in try items(name) {
      guard let object = try PickledObject(file, at: item) else { throw misfit(name) }
      objects.append(object)
    }
    return objects
  }

  private func value<Value>(
    _ name: String, _ read: (PickleReference) throws(LearnerError) -> Value?
  ) throws(LearnerError) -> Value {
    guard let value = try read(try reference(name)) else { throw misfit(name) }
    return value
  }

  // MARK: Errors

  /// What says that the object contradicts itself.
  func broken(_ reason: String) -> LearnerError {
    file.broken("in '\(fullName)' \(reason)")
  }

  func misfit(_ name: String) -> LearnerError { broken("'\(name)' is not what it should be") }

  private func lacks(_ name: String) -> LearnerError {
    let writer = version.map { ", which scikit-learn \($0) wrote" } ?? ""
    return broken("there is no '\(name)'\(writer)")
  }

  /// What says that an object is set to something that is not supported.
  func unsupported(_ reason: String, supported: [String] = []) -> LearnerError {
    .unsupportedModel(
      .scikitLearn, reason: "'\(fullName)' \(reason)", supported: supported)
  }
}

extension PickledModelFile {
  /// The elements of a list or tuple, or of an array of objects, row by row.
  func items(at reference: PickleReference) -> [PickleReference]? {
    if let items = document.items(at: reference) { return items }
    guard let array = document.array(at: reference), case .objects(let items) = array.elements,
      array.rowOrder == nil
    else { return nil }
    return items
  }
}
