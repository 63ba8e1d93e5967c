extension PickleDocument {
  /// The text of a node that is one.
  package func text(at reference: PickleReference) -> String? {
    guard case .text(let text) = self[reference] else { return nil }
    return text
  }

  /// The number of a node that is an integer.
  package func integer(at reference: PickleReference) -> Int? {
    guard case .integer(let value) = self[reference] else { return nil }
    return Int(value)
  }

  /// The truth value of a node that is one, or 0 or 1.
  package func bool(at reference: PickleReference) -> Bool? {
    switch self[reference] {
    case .bool(let value): value
    case .integer(0): false
    case .integer(1): true
    default: nil
    }
  }

  /// The elements of a list, tuple or set.
  package func items(at reference: PickleReference) -> [PickleReference]? {
    switch self[reference] {
    case .list(let items), .tuple(let items), .set(let items): items
    default: nil
    }
  }

  /// The elements of a tuple.
  package func tuple(at reference: PickleReference) -> [PickleReference]? {
    guard case .tuple(let items) = self[reference] else { return nil }
    return items
  }

  /// The call that made a node.
  package func call(at reference: PickleReference) -> PickleCall? {
    guard case .call(let call) = self[reference] else { return nil }
    return call
  }

  /// The class or function that a node names.
  package func global(at reference: PickleReference) -> PickleGlobal? {
    guard case .global(let global) = self[reference] else { return nil }
    return global
  }

  /// What a call calls; of Python's own ways to make an object, the class of the object.
  package func made(by call: PickleCall) -> PickleGlobal? {
    guard let global = global(at: call.callable) else { return nil }
    let isDetour = Self.detours.contains { global.isNamed($0.name, in: $0.module) }
    guard isDetour, let first = tuple(at: call.arguments)?.first else { return global }
    return self.global(at: first)
  }

  /// Functions whose first argument is the class of what they make.
  private static let detours: [(module: String, name: String)] = [
    ("copyreg", "_reconstructor"), ("copy_reg", "_reconstructor"), ("copyreg", "__newobj__"),
    ("copyreg", "__newobj_ex__"),
  ]

  /// The state of an object by attribute name; `nil` where it is none, or not all names are texts.
  ///
  /// Where a name is set twice, the later value counts. A state in two parts, dictionary and slots, is
  /// not read.
  package func attributes(of call: PickleCall) -> [String: PickleReference]? {
    guard let state = call.state, case .dictionary(let pairs) = self[state] else { return nil }
    var attributes: [String: PickleReference] = [:]
    for pair in pairs {
      guard let name = text(at: pair.key) else { return nil }
      attributes[name] = pair.value
    }
    return attributes
  }

  /// The bytes of a `bytes` or `bytearray`, however the protocol writes them.
  package func bytes(at reference: PickleReference) -> ArraySlice<UInt8>? {
    if case .bytes(let range) = self[reference] { return content[range] }
    guard let call = call(at: reference), let callee = global(at: call.callable),
      let arguments = tuple(at: call.arguments)
    else { return nil }
    if callee.isNamed("encode", in: "_codecs") { return encoded(arguments) }
    guard ["builtins", "__builtin__"].contains(callee.module),
      callee.name == "bytes" || callee.name == "bytearray"
    else { return nil }
    guard let first = arguments.first else { return [] }
    guard arguments.count == 1 else { return encoded(arguments) }
    if case .bytes(let range) = self[first] { return content[range] }
    guard let inner = self.call(at: first), let function = global(at: inner.callable),
      function.isNamed("encode", in: "_codecs")
    else { return nil }
    return tuple(at: inner.arguments).flatMap { encoded($0) }
  }

  /// Protocols below 3 have no bytes: they write a text of one character a byte, and how to encode it.
  private func encoded(_ arguments: [PickleReference]) -> ArraySlice<UInt8>? {
    guard arguments.count == 2, let text = text(at: arguments[0]),
      let encoding = self.text(at: arguments[1]), ["latin1", "latin-1"].contains(encoding)
    else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      bytes.append(byte)
    }
    return bytes[...]
  }
}

extension PickleGlobal {
  /// Whether it is just this name of just this module.
  package func isNamed(_ name: String, in module: String) -> Bool {
    self.name == name && self.module == module
  }
}
