/// An object of an XGBoost file, and where it stands, for errors.
struct XGBoostObject: Sendable {
  /// `learner.gradient_booster`; empty for the whole file.
  let path: String
  private let members: [String: XGBoostValue]

  init(path: String, members: [String: XGBoostValue]) {
    self.path = path
    self.members = members
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  func object(_ key: String) throws(LearnerError) -> XGBoostObject {
    guard case .object(let members) = members[key] else { throw misfit(key, "an object") }
    return XGBoostObject(path: name(key), members: members)
  }

  func objects(_ key: String) throws(LearnerError) -> [XGBoostObject] {
    guard let values = list(key) else { throw misfit(key, "a list") }
    var objects: [XGBoostObject] = []
    objects.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      let element = "\(key)[\(index)]"
      guard case .object(let members) = value else { throw misfit(element, "an object") }
      objects.append(XGBoostObject(path: name(element), members: members))
    }
    return objects
  }

  func text(_ key: String) throws(LearnerError) -> String {
    guard case .text(let text) = members[key] else { throw misfit(key, "a text") }
    return text
  }

  /// The texts of a list; none where there is no list.
  func texts(_ key: String) throws(LearnerError) -> [String] {
    guard has(key) else { return [] }
    guard let values = list(key) else { throw misfit(key, "a list") }
    let texts = values.compactMap { value -> String? in
      if case .text(let text) = value { text } else { nil }
    }
    guard texts.count == values.count else { throw misfit(key, "a list of texts") }
    return texts
  }

  /// A whole number of 0 or more, which XGBoost mostly spells as a text; `nil` where there is none.
  func count(_ key: String) throws(LearnerError) -> Int? {
    let count: Int?
    switch members[key] {
    case nil: return nil
    case .text(let text): count = Int(text)
    case .number(let number): count = Int(exactly: number)
    default: count = nil
    }
    guard let count, count >= 0 else { throw misfit(key, "a whole number of 0 or more") }
    return count
  }

  func numbers(_ key: String) throws(LearnerError) -> [Double] {
    switch members[key] {
    case .numbers(let numbers): return numbers
    case .list(let values):
      let numbers = values.compactMap(\.number)
      if numbers.count == values.count { return numbers }
    default: break
    }
    throw misfit(key, "a list of numbers")
  }

  /// Whole numbers that fit 32 bits.
  func whole(_ key: String) throws(LearnerError) -> [Int] {
    let numbers = try numbers(key)
    var whole: [Int] = []
    whole.reserveCapacity(numbers.count)
    for number in numbers {
      guard let exact = Int32(exactly: number) else {
        throw misfit(key, "a list of whole numbers")
      }
      whole.append(Int(exact))
    }
    return whole
  }

  /// That a member is not what it has to be.
  func misfit(_ key: String, _ expected: String) -> LearnerError {
    .brokenXGBoost("its '\(name(key))' is not \(expected)")
  }

  private func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func list(_ key: String) -> [XGBoostValue]? {
    switch members[key] {
    case .list(let values): values
    case .numbers(let numbers): numbers.map(XGBoostValue.number)
    default: nil
    }
  }
}

extension XGBoostValue {
  /// A number, or a truth as 0 or 1.
  fileprivate var number: Double? {
    switch self {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    default: nil
    }
  }
}
