@testable import Registry

/// Two signatures, one a line: each is read or refused, rows are validated, and a witness of what
/// changed between them is taken by one and refused by the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let signatures = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).compactMap { line in
    (try? JSONReader.value(Array(line)))?.objectValue.flatMap {
      try? ModelSignature(fields: $0, path: "model_signature.json")
    }
  }
  guard let first = signatures.first, let last = signatures.last else { return 0 }
  for signature in signatures {
    _ = signature.validate(row: signature.fields)
    _ = signature.validate(response: signature.fields)
    let same = Compatibility(from: contract(signature), to: contract(signature), under: .init())
    precondition(same.changes.isEmpty, "a signature differs from itself")
  }
  check(first, last)
  check(last, first)
  return 0
}

private func contract(_ signature: ModelSignature) -> ModelContract {
  ModelContract(signature: signature, threshold: nil, family: nil, format: "onnx")
}

private func check(_ before: ModelSignature, _ after: ModelSignature) {
  let compatibility = Compatibility(
    from: contract(before), to: contract(after), under: CompatibilityPolicy(profile: .strict))
  for witness in compatibility.changes.compactMap(\.witness) {
    let (taker, refuser) = witness.acceptedBy == .before ? (before, after) : (after, before)
    func violations(_ signature: ModelSignature) -> [SignatureViolation] {
      witness.kind == .input
        ? signature.validate(row: witness.row) : signature.validate(response: witness.row)
    }
    precondition(violations(taker).isEmpty, "a witness is refused by who takes it")
    precondition(violations(refuser).contains(witness.refusal), "a witness is not refused")
  }
}
