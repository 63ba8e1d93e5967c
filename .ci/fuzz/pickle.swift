@testable import Registry

/// Whatever the bytes are, they are read or refused, every value of what was read can be asked for,
/// and what imports something dangerous is called so.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let report = ScanReport(scanning: bytes)
  precondition(
    report.verdict >= report.findings.map(\.verdict).max() ?? .clean, "a finding does not count")
  // What breaks off has run up to there.
  var machine = PickleMachine(bytes)
  try? machine.run()
  let document = machine.document
  precondition((0...count).contains(document.end), "the pickle ends in the file")
  for (index, node) in document.nodes.enumerated() {
    let reference = PickleReference(index)
    if let array = document.array(at: reference), case .bytes(let bytes) = array.elements {
      precondition(bytes.count == array.count * array.type.itemSize, "an array has its bytes")
    }
    _ = document.bytes(at: reference)
    switch node {
    case .call(let call): _ = document.attributes(of: call)
    case .global(let global)
    where ImportPolicy.verdict(of: global) == .dangerous && global.isPlausible:
      // Of what is compressed, what is inside counts; it is no pickle from the first byte on.
      precondition(
        report.verdict == .dangerous || CompressionKind.of(bytes) != nil,
        "it is called \(report.verdict)")
    default: break
    }
  }
  return 0
}
