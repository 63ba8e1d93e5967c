extension PickleDocument {
  /// The array of numpy that a node stands for, in whichever way it was written; `nil` where it is none,
  /// or contradicts itself.
  ///
  /// A scalar of numpy is an array without axes.
  ///
  /// - Complexity: O(1) in the elements where the file has their bytes as they are, as all protocols but
  ///   0, 1 and 2 do.
  package func array(at reference: PickleReference) -> NumpyArray? {
    if case .array(let array) = self[reference] { return array }
    guard let call = call(at: reference), let callee = global(at: call.callable),
      let arguments = tuple(at: call.arguments)
    else { return nil }
    let isNamed = { (name: String, module: String) in
      ["numpy.core", "numpy._core"].contains { callee.isNamed(name, in: "\($0).\(module)") }
    }
    if isNamed("_reconstruct", "multiarray") { return reconstructed(call) }
    if isNamed("_frombuffer", "numeric") { return fromBuffer(arguments) }
    return isNamed("scalar", "multiarray") ? scalar(arguments) : nil
  }

  /// The shape of an array: a tuple of lengths.
  func shape(at reference: PickleReference) -> [Int]? {
    guard let items = tuple(at: reference) else { return nil }
    var shape: [Int] = []
    for item in items {
      guard let length = integer(at: item), length >= 0 else { return nil }
      shape.append(length)
    }
    return shape
  }

  /// The state is `(1, shape, dtype, is Fortran, bytes or list)`.
  private func reconstructed(_ call: PickleCall) -> NumpyArray? {
    guard !call.isAltered, let state = call.state.flatMap({ tuple(at: $0) }), state.count == 5,
      let isFortranOrder = bool(at: state[3])
    else { return nil }
    return array(
      of: state[2], shape: state[1], isFortranOrder: isFortranOrder, elements: state[4])
  }

  /// Called with `(bytes, dtype, shape, order)`; numpy 2.3 adds an order of axes, mostly none.
  private func fromBuffer(_ arguments: [PickleReference]) -> NumpyArray? {
    guard (4...5).contains(arguments.count), let order = text(at: arguments[3]),
      order == "C" || order == "F"
    else { return nil }
    if arguments.count == 5, self[arguments[4]] != .none { return nil }
    return array(
      of: arguments[1], shape: arguments[2], isFortranOrder: order == "F",
      elements: arguments[0])
  }

  /// Called with `(dtype, bytes)`, or `(dtype, object)`.
  private func scalar(_ arguments: [PickleReference]) -> NumpyArray? {
    guard arguments.count == 2, let type = numpyType(at: arguments[0]) else { return nil }
    let elements: NumpyArray.Elements
    if type.kind == .object {
      elements = .objects([arguments[1]])
    } else {
      guard let bytes = bytes(at: arguments[1]), bytes.count == type.itemSize else { return nil }
      elements = .bytes(bytes)
    }
    return NumpyArray(type: type, shape: [], isFortranOrder: false, elements: elements)
  }

  private func array(
    of type: PickleReference, shape: PickleReference, isFortranOrder: Bool,
    elements: PickleReference
  ) -> NumpyArray? {
    guard let type = numpyType(at: type), let shape = self.shape(at: shape),
      let count = NumpyArray.count(of: shape)
    else { return nil }
    let content: NumpyArray.Elements
    if case .list(let items) = self[elements] {
      guard type.holdsObjects, items.count == count else { return nil }
      content = .objects(items)
    } else {
      let (byteCount, overflow) = count.multipliedReportingOverflow(by: type.itemSize)
      guard !type.holdsObjects, !overflow, let bytes = bytes(at: elements), bytes.count == byteCount
      else { return nil }
      content = .bytes(bytes)
    }
    return NumpyArray(
      type: type, shape: shape, isFortranOrder: isFortranOrder, elements: content)
  }
}

extension NumpyArray {
  /// How many elements an array of the shape has; `nil` where that is no number.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }
}
