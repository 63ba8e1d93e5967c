/// What is not clean in the values of one pickle.
struct PickleFindings {
  private let document: PickleDocument
  private let place: [String]
  /// Whether objects that are only named are part of the format, as in torch's archives.
  private let knowsPersistentObjects: Bool
  /// Bytes that are handed to something that may load them, which may be pickles of their own.
  private(set) var nested: [PickleReference] = []
  /// Arguments and states that were looked at: a memo lets many calls share one.
  private var seenArguments: Set<PickleReference> = []
  private var seenStates: Set<PickleReference> = []

  init(_ document: PickleDocument, in place: [String], knowsPersistentObjects: Bool) {
    self.document = document
    self.place = place
    self.knowsPersistentObjects = knowsPersistentObjects
  }

  /// Looks at every value that was made, used or not: it was made on loading.
  mutating func add(to list: inout FindingList) {
    let bound = boundFunctions
    let called = Set(
      document.nodes.compactMap { node in
        if case .call(let call) = node { call.callable } else { nil }
      })
    for (index, node) in document.nodes.enumerated() {
      switch node {
      case .global(let global) where bound.contains(PickleReference(index)):
        list.add(global, .clean)
      case .global(let global):
        add(global, isCalled: called.contains(PickleReference(index)), to: &list)
      case .computedGlobal(_, _, let offset):
        list.add(.computedName, .dangerous, in: place, at: offset)
      case .call(let call) where bound.contains(call.callable): break
      case .call(let call): add(call, to: &list)
      case .persistent(_, let offset) where !knowsPersistentObjects:
        list.add(.persistentObject, .review, in: place, at: offset)
      case .extensionCode(let code, let offset):
        list.add(.extensionCode(code), .review, in: place, at: offset)
      default: break
      }
    }
    for alteration in document.alterations { add(alteration, to: &list) }
  }

  /// The mentions of `functools.partial` that only bind arguments to functions that are clean themselves, as a
  /// scikit-learn model does that checks its input: every call of them is given such a function, and a state
  /// with the same one.
  private var boundFunctions: Set<PickleReference> {
    var isBound: [PickleReference: Bool] = [:]
    for case .call(let call) in document.nodes {
      guard let callee = document.global(at: call.callable), callee.module == "functools",
        callee.name == "partial"
      else { continue }
      let parts = [call.arguments] + (call.state.map { [$0] } ?? [])
      let bindsClean = parts.allSatisfy { part in
        guard let first = document.tuple(at: part)?.first,
          let function = document.global(at: first)
        else { return false }
        return ImportPolicy.verdict(of: function) == .clean
      }
      isBound[call.callable] = bindsClean && isBound[call.callable] != false
    }
    return Set(isBound.filter(\.value).keys)
  }

  /// Adds what is dangerous by its name alone.
  func addDangerousImports(to list: inout FindingList) {
    for case .global(let global) in document.nodes
    where ImportPolicy.verdict(of: global) == .dangerous {
      add(global, isCalled: false, to: &list)
    }
  }

  private func add(_ global: PickleGlobal, isCalled: Bool, to list: inout FindingList) {
    let verdict = ImportPolicy.verdict(of: global)
    list.add(global, verdict)
    guard verdict != .clean else { return }
    list.add(
      .imports(global.shownName, isCalled: isCalled), verdict, in: place, at: global.offset)
  }

  private mutating func add(_ call: PickleCall, to list: inout FindingList) {
    guard let callee = document.global(at: call.callable), let made = document.made(by: call) else {
      // Who writes models calls classes and functions by their names, never what a call gave.
      return list.add(.computedCall, .dangerous, in: place, at: call.offset)
    }
    let verdict = max(ImportPolicy.verdict(of: callee), ImportPolicy.verdict(of: made))
    if verdict != .clean {
      if seenArguments.insert(call.arguments).inserted {
        nested += document.tuple(at: call.arguments) ?? []
      }
      if call.state != nil {
        list.add(.setsState(of: made.shownName), .review, in: place, at: call.offset)
      }
    }
    if made.isNamed("NDArrayWrapper", in: "joblib.numpy_pickle_compat")
      || made.isNamed("NDArrayWrapper", in: "joblib.numpy_pickle")
    {
      list.add(.otherFiles, .review, in: place, at: call.offset)
    }
    for name in methods(of: call) {
      list.add(.setsMethod(name), .dangerous, in: place, at: call.offset)
    }
  }

  /// The names in a state that Python looks up when it makes, restores or calls an object.
  private mutating func methods(of call: PickleCall) -> [String] {
    guard let state = call.state, !seenStates.contains(state) else { return [] }
    var names: [String] = []
    // The state of an object with slots is a pair of dictionaries.
    for part in [state] + (document.tuple(at: state) ?? []) {
      guard seenStates.insert(part).inserted, case .dictionary(let pairs) = document[part] else {
        continue
      }
      names += pairs.compactMap { document.text(at: $0.key) }.filter { Self.hooks.contains($0) }
    }
    return names
  }

  private static let hooks: Set<String> = [
    "__setstate__", "__reduce__", "__reduce_ex__", "__class__", "__dict__", "__getattr__",
    "__getattribute__", "__setattr__", "__setitem__", "__call__", "__new__", "__init__", "__del__",
    "__array_prepare__", "__array_finalize__", "__array_wrap__", "append", "extend", "add",
  ]

  private func add(_ alteration: PickleAlteration, to list: inout FindingList) {
    let verdict: ScanVerdict =
      switch document[alteration.target] {
      case .global, .computedGlobal, .extensionCode: .dangerous
      default: .review
      }
    list.add(.alters, verdict, in: place, at: alteration.offset)
  }
}
