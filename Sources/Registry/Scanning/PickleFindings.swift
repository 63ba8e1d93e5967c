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

  /// The mentions of functions that only bind what is clean, every time that they are called.
  private var boundFunctions: Set<PickleReference> {
    var isBound: [PickleReference: Bool] = [:]
    for case .call(let call) in document.nodes {
      guard let callee = document.global(at: call.callable) else { continue }
      let binds = bindsFunction(call, callee) || bindsMethod(call, callee)
      isBound[call.callable] = binds && isBound[call.callable] != false
    }
    return Set(isBound.filter(\.value).keys)
  }

  /// `functools.partial` binds arguments to a function that is clean itself, as a scikit-learn model does that
  /// checks its input: the call is given such a function, and a state with one.
  private func bindsFunction(_ call: PickleCall, _ callee: PickleGlobal) -> Bool {
    guard callee.isNamed("partial", in: "functools") else { return false }
    return ([call.arguments] + (call.state.map { [$0] } ?? [])).allSatisfy { part in
      guard let first = document.tuple(at: part)?.first, let function = document.global(at: first)
      else { return false }
      return ImportPolicy.verdict(of: function) == .clean
    }
  }

  /// What reads texts may hold a method of all texts, and a distribution of scipy some of its own.
  private func bindsMethod(_ call: PickleCall, _ callee: PickleGlobal) -> Bool {
    guard isBuiltin(callee, ["getattr"]), call.state == nil,
      let parts = document.tuple(at: call.arguments), parts.count == 2,
      let name = document.text(at: parts[1]), !name.hasPrefix("__")
    else { return false }
    if let type = document.global(at: parts[0]) { return isBuiltin(type, ["str", "unicode"]) }
    let made = document.call(at: parts[0]).flatMap { document.made(by: $0) }
    return made.map(ScipyDistribution.has) == true
  }

  private func isBuiltin(_ global: PickleGlobal, _ names: [String]) -> Bool {
    ["builtins", "__builtin__"].contains(global.module) && names.contains(global.name)
  }

  /// Whether what is made reads a file on being made: arrays of an old joblib, or a model by its path.
  private func readsFiles(_ call: PickleCall, _ made: PickleGlobal) -> Bool {
    if made.name == "NDArrayWrapper" {
      return ["joblib.numpy_pickle_compat", "joblib.numpy_pickle"].contains(made.module)
    }
    return ["Booster", "CVBooster"].contains(made.name) && !call.isNew
      && made == document.global(at: call.callable)
  }

  /// Adds what is dangerous by its name alone.
  func addDangerousImports(to list: inout FindingList) {
    for case .global(let global) in document.nodes
    where ImportPolicy.verdict(of: global) == .dangerous {
      add(global, isCalled: false, to: &list)
    }
  }

  private func add(_ global: PickleGlobal, isCalled: Bool, to list: inout FindingList) {
    let verdict =
      isCalled ? ImportPolicy.verdict(ofCalled: global) : ImportPolicy.verdict(of: global)
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
    let verdict = max(ImportPolicy.verdict(ofCalled: callee), ImportPolicy.verdict(of: made))
    if verdict != .clean {
      if seenArguments.insert(call.arguments).inserted {
        nested += document.tuple(at: call.arguments) ?? []
      }
      if call.state != nil {
        list.add(.setsState(of: made.shownName), .review, in: place, at: call.offset)
      }
    }
    if made.isNamed("SimpleNamespace", in: "types"),
      document.tuple(at: call.arguments)?.isEmpty == false
    {
      // From Python 3.13 on it takes a mapping, and with it every attribute.
      list.add(.setsState(of: made.shownName), .review, in: place, at: call.offset)
    }
    if readsFiles(call, made) {
      list.add(.otherFiles, .review, in: place, at: call.offset)
    }
    if ScipyDistribution.has(made), !ScipyDistribution.isPlain(call, in: document) {
      list.add(.program("a text that scipy runs"), .dangerous, in: place, at: call.offset)
    }
    for name in methods(of: call) {
      list.add(.setsMethod(name), .dangerous, in: place, at: call.offset)
    }
  }

  /// The names that an object is given and that Python looks up when it makes, restores or calls an object,
  /// or numpy when it takes one for an array.
  private mutating func methods(of call: PickleCall) -> [String] {
    let given = Self.hooked(call.pairs, in: document)
    // The state of an object with slots is a pair of dictionaries.
    let states = [call.keywords, call.state].compactMap { $0 }
    return states.reduce(into: given) { names, state in
      guard !seenStates.contains(state) else { return }
      for part in [state] + (document.tuple(at: state) ?? []) {
        guard seenStates.insert(part).inserted, case .dictionary(let pairs) = document[part] else {
          continue
        }
        names += Self.hooked(pairs, in: document)
      }
    }
  }

  private static func hooked(_ pairs: [PicklePair], in document: PickleDocument) -> [String] {
    pairs.compactMap { document.text(at: $0.key) }.filter { hooks.contains($0) }
  }

  private static let hooks: Set<String> = [
    "__setstate__", "__reduce__", "__reduce_ex__", "__class__", "__dict__", "__getattr__",
    "__getattribute__", "__setattr__", "__setitem__", "__call__", "__new__", "__init__", "__del__",
    "__array__", "__array_interface__", "__array_struct__", "__array_function__",
    "__array_ufunc__", "__array_prepare__", "__array_finalize__", "__array_wrap__", "append",
    "extend", "add",
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
