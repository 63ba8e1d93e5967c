/// The members of a JSON object, in order; keys differ byte for byte.
public struct JSONObject: Sendable, Equatable {
  /// One `"key": value`.
  public struct Member: Sendable, Equatable {
    /// The key, escapes resolved.
    public let key: String
    /// The value.
    public var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }

    public static func == (left: Member, right: Member) -> Bool {
      left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
  }

  /// The members, in the order of the file.
  public private(set) var members: [Member]

  /// An object without members.
  public init() { members = [] }

  /// Members of which no two have the same key, byte for byte.
  ///
  /// - Complexity: O(1); appending one by one looks through all that are there.
  package init(distinctMembers: [Member]) { members = distinctMembers }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key. Setting `nil` removes the member; setting a new key appends it.
  ///
  /// - Complexity: O(*n*) in the number of members.
  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Keys are compared byte for byte, as other JSON libraries do.
  private func index(of key: String) -> Int? {
    members.firstIndex { $0.key.hasSameBytes(as: key) }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Later values replace earlier ones of the same key.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
