internal import Registry

extension SearchSpace {
  /// Reads a file that declares a space, as docs/search.md specifies it.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when the file cannot be read;
  ///   ``LearnerError/parameters(_:)``, naming the member that has no meaning.
  public init(file path: String) throws(LearnerError) {
    var bytes: [UInt8] = []
    let limit = 1 << 20
    try LearnerError.fromRegistry { () throws(RegistryError) in
      let file = try FileSource(path: path)
      while try file.read(upTo: 1 << 16, into: &bytes) > 0 {
        guard bytes.count <= limit else { throw .fileTooLarge(path: path, limit: limit) }
      }
    }
    try self.init(bytes, path: path)
  }

  /// Reads the content of such a file.
  init(_ bytes: [UInt8], path: String) throws(LearnerError) {
    let json: JSONValue
    do { json = try JSONValue(parsing: bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw .parameters(.unreadableSpace(path: path, line: line, error))
    }
    guard let members = json.objectValue?.members, !members.isEmpty else {
      throw .unfit(path, "", "an object with an algorithm at least")
    }
    var space: [ModelFamily: [String: SearchValues]] = [:]
    for member in members {
      guard let family = ModelFamily(rawValue: member.key) else {
        throw .unfit(
          path, member.key,
          "one of: " + ModelFamily.allCases.map(\.rawValue).joined(separator: ", "))
      }
      space[family] = try Self.parameters(member.value, of: family, path: path)
    }
    self.init(space)
  }

  private static func parameters(
    _ json: JSONValue, of family: ModelFamily, path: String
  ) throws(LearnerError) -> [String: SearchValues] {
    guard let members = json.objectValue?.members else {
      throw .unfit(path, family.rawValue, "an object with hyperparameters")
    }
    var parameters: [String: SearchValues] = [:]
    for member in members {
      let name = "\(family.rawValue).\(member.key)"
      let values = try SearchValues(member.value, named: name, path: path)
      var candidate = Candidate(family)
      for sample in values.samples {
        do throws(LearnerError) { try candidate.set(member.key, to: sample) } catch {
          throw .unfit(path, name, error.demand)
        }
      }
      parameters[member.key] = values
    }
    return parameters
  }
}

extension SearchValues {
  /// A list of choices, or an object with `low` and `high`.
  fileprivate init(_ json: JSONValue, named name: String, path: String) throws(LearnerError) {
    if let choices = json.arrayValue, !choices.isEmpty {
      self = .choices(choices)
      return
    }
    guard let range = json.objectValue else {
      throw .unfit(path, name, "a list of values, or an object with low and high")
    }
    let known = ["low", "high", "log", "integer"]
    if let other = range.keys.first(where: { !known.contains($0) }) {
      throw .unfit(path, "\(name).\(other)", "one of: " + known.joined(separator: ", "))
    }
    func truth(_ key: String) throws(LearnerError) -> Bool {
      guard let value = range[key] else { return false }
      guard let truth = value.boolValue else {
        throw .unfit(path, "\(name).\(key)", "true or false")
      }
      return truth
    }
    let logarithmic = try truth("log")
    let isInteger = try truth("integer")
    guard let low = range["low"]?.doubleValue, let high = range["high"]?.doubleValue, low < high,
      low > 0 || !logarithmic
    else {
      throw .unfit(
        path, name, "a range: give low and a larger high" + (logarithmic ? ", both above 0" : ""))
    }
    guard isInteger else {
      self = .numbers(low...high, logarithmic: logarithmic)
      return
    }
    let limits = -largestCount...largestCount
    guard let low = range["low"]?.integerValue, let high = range["high"]?.integerValue,
      limits.contains(low), limits.contains(high)
    else { throw .unfit(path, name, "a range of whole numbers") }
    self = .integers(low...high, logarithmic: logarithmic)
  }
}

extension LearnerError {
  fileprivate static func unfit(
    _ path: String, _ member: String, _ expected: String
  ) -> LearnerError {
    .parameters(.unfitSpace(path: path, member: member, expected: expected))
  }

  /// What a hyperparameter has to be, as the refusal of another value says it; completes "is not …".
  fileprivate var demand: String {
    switch self {
    case .parameters(.unknownName(_, let family, let known)):
      "a hyperparameter of \(family); there are \(known.joined(separator: ", "))"
    case .hyperparameterOutOfRange(_, _, let allowed): allowed
    default: message
    }
  }
}
