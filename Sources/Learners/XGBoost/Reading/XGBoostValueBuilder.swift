/// Puts the values of a file together as they are read, without recursion: what is open stands on a stack.
struct XGBoostValueBuilder {
  /// An array or an object that has not ended yet.
  private enum Container {
    case list([XGBoostValue])
    case object([String: XGBoostValue])
  }

  /// How many arrays and objects may stand in each other; XGBoost writes 8.
  private static let maximumDepth = 64

  private var open: [Container] = []
  /// The keys of the open objects whose values are being read.
  private var keys: [String] = []
  /// The value, when it has been read to its end.
  private(set) var whole: XGBoostValue?

  /// Whether what comes next is the member of an object; `nil` outside of everything.
  var isInObject: Bool? {
    switch open.last {
    case .object: true
    case .list: false
    case nil: nil
    }
  }

  /// Whether the value of the current key is not to be kept.
  var isUnneeded: Bool {
    isInObject == true && keys.last.map(XGBoostValue.unneededKeys.contains) == true
  }

  mutating func begin(object isObject: Bool) throws(LearnerError) {
    guard open.count < Self.maximumDepth else {
      throw .brokenXGBoost("it is nested deeper than \(Self.maximumDepth) levels")
    }
    open.append(isObject ? .object([:]) : .list([]))
  }

  /// Names the value that comes next.
  mutating func name(_ key: String) { keys.append(key) }

  /// Ends the innermost array or object.
  mutating func end() throws(LearnerError) {
    switch open.popLast() {
    case .object(let members): try add(.object(members))
    case .list(let elements): try add(elements.isEmpty ? .numbers([]) : .list(elements))
    case nil: throw .brokenXGBoost("it ends more than it begins")
    }
  }

  mutating func add(_ value: XGBoostValue) throws(LearnerError) {
    switch open.popLast() {
    case .object(var members):
      guard let key = keys.popLast() else { throw .brokenXGBoost("a value has no key") }
      guard members.updateValue(value, forKey: key) == nil else {
        throw .brokenXGBoost("it has '\(key)' twice in one place")
      }
      open.append(.object(members))
    case .list(var elements):
      elements.append(value)
      open.append(.list(elements))
    case nil: whole = value
    }
  }
}
