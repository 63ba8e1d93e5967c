@testable import Registry

/// A document as text: each value as make_pickle_fixtures.py writes it.
struct PickleText {
  let document: PickleDocument

  var text: String { text(document.root) }

  private func text(_ reference: PickleReference) -> String {
    if let array = document.array(at: reference) { return text(array) }
    if let bytes = document.bytes(at: reference) { return "bytes(\(hex(bytes)))" }
    switch document[reference] {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .integer(let value): return "\(value)"
    case .otherNumber: return "other"
    case .float(let value): return "\(value)"
    case .text(let text): return "\"\(text)\""
    case .list(let items): return "[\(joined(items))]"
    case .tuple(let items): return "(\(joined(items)))"
    case .set(let items): return "<\(joined(items))>"
    case .dictionary(let pairs):
      return "{" + pairs.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .global(let global): return global.fullName
    case .computedGlobal(let module, let name, _): return "\(text(module)) . \(text(name))"
    case .call(let call): return "\(text(call.callable))\(text(call.arguments))"
    case .bytes, .array: return "?"
    case .persistent(let name, _): return "persistent \(text(name))"
    case .extensionCode(let code, _): return "extension \(code)"
    }
  }

  private func text(_ array: NumpyArray) -> String {
    let shape = array.shape.map(String.init).joined(separator: "x")
    let order = array.isFortranOrder ? "F" : "C"
    switch array.elements {
    case .objects(let items): return "array(\(shape) \(order) [\(joined(items))])"
    case .bytes(let bytes):
      let letter = Character(Unicode.Scalar(array.type.kind.rawValue))
      let fields = array.type.fields.map { " \($0.name)@\($0.offset)" }.joined()
      return "array(\(letter)\(array.type.itemSize)\(fields) \(shape) \(order) \(hex(bytes)))"
    }
  }

  private func joined(_ items: [PickleReference]) -> String {
    items.map { text($0) }.joined(separator: ", ")
  }

  private func hex(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
