/// An object in `policy.json`, read strictly: what is not understood is refused, since people write it
/// and rely on it.
struct PolicyObject: Sendable, Equatable {
  let fields: JSONObject
  private let path: String
  /// The members that lead here, each with a dot behind it.
  private let prefix: String

  /// An object without members.
  init() { self.init(JSONObject(), path: Policy.fileName) }

  init(_ fields: JSONObject, path: String, prefix: String = "") {
    self.fields = fields
    self.path = path
    self.prefix = prefix
  }

  /// The error for a member that is not as it must be; `expected` completes "is not …".
  func wrong(_ field: String, _ expected: String) -> RegistryError {
    .invalidPolicy(path: path, field: prefix + field, expected: expected)
  }

  /// Refuses members that have no meaning here.
  func refuseOthers(than known: [String]) throws(RegistryError) {
    guard
      let other = fields.keys.first(where: { key in !known.contains { $0.hasSameBytes(as: key) } })
    else { return }
    throw wrong(other, "one of: " + known.joined(separator: ", "))
  }

  /// An object; an empty one when it is not there.
  func object(_ field: String) throws(RegistryError) -> PolicyObject {
    guard let value = fields[field] else {
      return PolicyObject(JSONObject(), path: path, prefix: prefix + field + ".")
    }
    guard let object = value.objectValue else { throw wrong(field, "an object") }
    return PolicyObject(object, path: path, prefix: prefix + field + ".")
  }

  /// The objects of an array, which is empty when it is not there.
  func objects(_ field: String) throws(RegistryError) -> [PolicyObject] {
    guard let value = fields[field] else { return [] }
    guard let elements = value.arrayValue else { throw wrong(field, "an array of objects") }
    var objects: [PolicyObject] = []
    for (index, element) in elements.enumerated() {
      let name = "\(field)[\(index)]"
      guard let object = element.objectValue else { throw wrong(name, "an object") }
      objects.append(PolicyObject(object, path: path, prefix: prefix + name + "."))
    }
    return objects
  }

  /// Text; `nil` when it is not there.
  func text(_ field: String) throws(RegistryError) -> String? {
    guard let value = fields[field] else { return nil }
    guard let text = value.stringValue, !text.isEmpty else { throw wrong(field, "text") }
    return text
  }

  /// One of the words of an enumeration; `nil` when it is not there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ field: String, as type: Choice.Type = Choice.self
  ) throws(RegistryError) -> Choice? where Choice.RawValue == String {
    guard let value = fields[field] else { return nil }
    guard let choice = value.stringValue.flatMap(Choice.init(rawValue:)) else {
      throw wrong(field, "one of: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// A truth value; `nil` when it is not there.
  func truth(_ field: String) throws(RegistryError) -> Bool? {
    guard let value = fields[field] else { return nil }
    guard let truth = value.boolValue else { throw wrong(field, "true or false") }
    return truth
  }

  /// A number in a range; `nil` when it is not there.
  func number(
    _ field: String, from lowest: Double = -.infinity, to highest: Double = .infinity
  ) throws(RegistryError) -> Double? {
    guard let value = fields[field] else { return nil }
    guard let number = value.doubleValue, number >= lowest, number <= highest else {
      let from = lowest.isFinite ? " from \(lowest)" : ""
      let to = highest.isFinite ? " to \(highest)" : ""
      throw wrong(field, "a number\(from)\(to)")
    }
    return number
  }

  /// A whole number from a lowest one on; `nil` when it is not there.
  func count(_ field: String, from lowest: Int) throws(RegistryError) -> Int? {
    guard let value = fields[field] else { return nil }
    guard let count = value.integerValue, (lowest...Int(Int32.max)).contains(count) else {
      throw wrong(field, "a whole number from \(lowest)")
    }
    return count
  }
}
