extension PickleDocument {
  /// Whether a node is the object that joblib writes in front of an array's bytes.
  func standsForArray(_ reference: PickleReference) -> Bool {
    guard let call = call(at: reference), let made = made(by: call) else { return false }
    return made.name == "NumpyArrayWrapper"
      && ["joblib.numpy_pickle", "sklearn.externals.joblib.numpy_pickle"].contains(made.module)
  }
}

extension PickleMachine {
  /// Takes the bytes of an array behind the object that describes it, and puts the array in its place.
  ///
  /// joblib 1.2 and later write one byte *n* and *n* bytes of padding in front, so that the array is aligned
  /// in the file. An array of objects is a pickle of its own instead.
  mutating func readArray(after target: PickleReference) throws(PickleFault) {
    try checkFrameEnd()
    guard let call = document.call(at: target), let attributes = document.attributes(of: call),
      let shape = attributes["shape"].flatMap({ document.shape(at: $0) }),
      let type = attributes["dtype"].flatMap({ document.numpyType(at: $0) }),
      let order = attributes["order"].flatMap({ document.text(at: $0) }),
      let count = NumpyArray.count(of: shape)
    else { throw cursor.fault(.unreadableArray) }
    guard type.holdsObjects || layout == .joblib else { return }
    _ = try pop()
    guard !type.holdsObjects else { return enterObjects() }
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: type.itemSize)
    guard !overflow else { throw cursor.fault(.endsEarly) }
    hasPassedBytes = true
    if try isPadded(attributes) { _ = try cursor.counted(1) }
    let range = try cursor.take(UInt64(byteCount))
    let array = NumpyArray(
      type: type, shape: shape, isFortranOrder: order == "F",
      elements: .bytes(document.content[range]))
    try push(.array(array))
  }

  private func isPadded(_ attributes: [String: PickleReference]) throws(PickleFault) -> Bool {
    guard let alignment = attributes["numpy_array_alignment_bytes"] else { return false }
    switch document[alignment] {
    case .none: return false
    case .integer: return true
    default: throw cursor.fault(.unreadableArray)
    }
  }
}
