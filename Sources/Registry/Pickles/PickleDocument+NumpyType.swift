extension PickleDocument {
  /// The `dtype` that a node makes; `nil` where it is none, or one whose elements cannot be measured.
  ///
  /// Refused are structures in structures that hold objects, and whatever contradicts itself: a size in the
  /// state that is not the one in the name, a flag for objects where there are none.
  ///
  /// Source: numpy, core/src/multiarray/descriptor.c (`arraydescr_reduce`, `arraydescr_setstate`).
  package func numpyType(at reference: PickleReference) -> NumpyType? {
    guard let call = call(at: reference), let (kind, size) = namedType(call) else { return nil }
    guard let state = call.state else {
      return NumpyType(kind: kind, itemSize: size, isBigEndian: false, fields: [])
    }
    guard !call.isAltered, let values = tuple(at: state), (8...9).contains(values.count),
      let order = text(at: values[1]), let stated = integer(at: values[5]),
      let flags = integer(at: values[7]), stated == -1 || stated == size,
      let fields = fields(named: values[3], in: values[4], of: size)
    else { return nil }
    let type = NumpyType(kind: kind, itemSize: size, isBigEndian: order == ">", fields: fields)
    return type.holdsObjects == (flags & 1 == 1) ? type : nil
  }

  /// What `dtype('f8', False, True)` is called with: a letter, and how many bytes or characters.
  private func namedType(_ call: PickleCall) -> (NumpyType.Kind, size: Int)? {
    guard !call.isNew, let callee = global(at: call.callable), callee.isNamed("dtype", in: "numpy"),
      let name = tuple(at: call.arguments)?.first.flatMap({ text(at: $0) }),
      let kind = name.utf8.first.flatMap({ NumpyType.Kind(rawValue: $0) }),
      let number = Int(name.dropFirst()), number >= 0
    else { return nil }
    let (size, overflow) = number.multipliedReportingOverflow(by: kind == .text ? 4 : 1)
    return overflow ? nil : (kind, size)
  }

  /// The columns of a structured type; none where it has no names.
  private func fields(
    named names: PickleReference, in table: PickleReference, of size: Int
  ) -> [NumpyType.Field]? {
    if case .none = self[names] { return [] }
    guard let names = tuple(at: names), case .dictionary(let pairs) = self[table] else {
      return nil
    }
    var places: [String: PickleReference] = [:]
    for pair in pairs {
      guard let name = text(at: pair.key) else { return nil }
      places[name] = pair.value
    }
    var fields: [NumpyType.Field] = []
    for name in names {
      guard let name = text(at: name), let place = places[name].flatMap({ tuple(at: $0) }),
        place.count >= 2, let type = columnType(at: place[0]), let offset = integer(at: place[1]),
        (0...size).contains(offset), type.itemSize <= size - offset
      else { return nil }
      fields.append(NumpyType.Field(name: name, offset: offset, type: type))
    }
    return fields
  }

  /// The type of a column, of which a structure or an array is so many bytes.
  private func columnType(at reference: PickleReference) -> NumpyType? {
    guard let call = call(at: reference), let (kind, size) = namedType(call), !call.isAltered else {
      return nil
    }
    let order = call.state.flatMap { tuple(at: $0) }?.dropFirst().first.flatMap { text(at: $0) }
    return NumpyType(kind: kind, itemSize: size, isBigEndian: order == ">", fields: [])
  }
}
