extension PickleMachine {
  // MARK: Names

  mutating func pushGlobal(_ module: Range<Int>, _ name: Range<Int>) throws(PickleFault) {
    try push(global(module: cursor.text(module), name: cursor.text(name)))
  }

  private func global(module: String, name: String) -> PickleNode {
    .global(PickleGlobal(module: module, name: name, offset: cursor.start))
  }

  mutating func pushStackGlobal() throws(PickleFault) {
    let (name, module) = (try pop(), try pop())
    if case .text(let moduleText) = document[module], case .text(let nameText) = document[name] {
      try push(global(module: moduleText, name: nameText))
    } else {
      try push(.computedGlobal(module: module, name: name, offset: cursor.start))
    }
  }

  mutating func pushPersistent(_ name: PickleReference) throws(PickleFault) {
    try push(.persistent(name, offset: cursor.start))
  }

  mutating func pushExtension(_ width: Int) throws(PickleFault) {
    try push(.extensionCode(Int(cursor.unsigned(width)), offset: cursor.start))
  }

  // MARK: Calls

  mutating func call(isNew: Bool) throws(PickleFault) {
    let (arguments, callable) = (try pop(), try pop())
    try pushCall(callable, arguments, isNew: isNew)
  }

  mutating func callWithKeywords() throws(PickleFault) {
    let (keywords, arguments, callable) = (try pop(), try pop(), try pop())
    try pushCall(callable, arguments, keywords: keywords, isNew: true)
  }

  /// A class by its name, called with what is on the stack above the mark.
  mutating func makeInstance() throws(PickleFault) {
    let (module, name) = (try cursor.line(), try cursor.line())
    let arguments = try make(.tuple(popToMark()))
    let callable = try make(global(module: cursor.text(module), name: cursor.text(name)))
    try pushCall(callable, arguments, isNew: false)
  }

  /// The first value above the mark, called with the others.
  mutating func makeObject() throws(PickleFault) {
    let values = try popToMark()
    guard let callable = values.first else { throw cursor.fault(.nothingOnStack) }
    try pushCall(callable, make(.tuple(Array(values.dropFirst()))), isNew: false)
  }

  private mutating func pushCall(
    _ callable: PickleReference, _ arguments: PickleReference, keywords: PickleReference? = nil,
    isNew: Bool
  ) throws(PickleFault) {
    let call = PickleCall(
      callable: callable, arguments: arguments, keywords: keywords, isNew: isNew,
      offset: cursor.start)
    try push(.call(call))
  }

  // MARK: Changes

  /// Sets the state of the object on the stack, behind which the bytes of an array may follow.
  mutating func build() throws(PickleFault) {
    let (state, target) = (try pop(), try top())
    let isFirst = change(target) { node in
      guard case .call(var call) = node else { return false }
      let isFirst = call.state == nil
      if isFirst { call.state = state } else { call.isAltered = true }
      node = .call(call)
      return isFirst
    }
    guard layout != .plain, document.standsForArray(target) else { return }
    guard isFirst else { throw cursor.fault(.unreadableArray) }
    try readArray(after: target)
  }

  mutating func addItems(_ added: [PickleReference]) throws(PickleFault) {
    change(try top()) { node in
      // Let go of before it is appended to, so that the list is not copied each time.
      switch node {
      case .list(var items):
        node = .none
        items += added
        node = .list(items)
      case .set(var items):
        node = .none
        items += added
        node = .set(items)
      case .call(var call):
        node = .none
        call.items += added
        node = .call(call)
      default: return false
      }
      return true
    }
  }

  mutating func setItem() throws(PickleFault) {
    let (value, key) = (try pop(), try pop())
    try setPairs([PicklePair(key: key, value: value)])
  }

  mutating func setPairs(_ added: [PicklePair]) throws(PickleFault) {
    change(try top()) { node in
      switch node {
      case .dictionary(var pairs):
        node = .none
        pairs += added
        node = .dictionary(pairs)
      case .call(var call):
        node = .none
        call.pairs += added
        node = .call(call)
      default: return false
      }
      return true
    }
  }

  /// Changes a node, or writes down that it is none to be changed.
  @discardableResult
  private mutating func change(
    _ target: PickleReference, _ body: (inout PickleNode) -> Bool
  ) -> Bool {
    let isChanged = body(&document.nodes[Int(target.index)])
    if !isChanged {
      document.alterations.append(PickleAlteration(target: target, offset: cursor.start))
    }
    return isChanged
  }
}
