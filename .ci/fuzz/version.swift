@testable import Registry

/// Names that are accepted are safe as the name of a file, and read back as what they were.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let text = String(decoding: bytes, as: UTF8.self)
  if let version = try? ModelVersion(text) {
    check(version.description)
    precondition((try? ModelVersion(version.description)) == version)
    precondition(
      version.description.utf8.elementsEqual(text.utf8) || version.description == "v" + text)
    precondition(
      version < version.nextPatch || !version.prerelease.isEmpty || version == version.nextPatch)
  }
  if let requirement = try? VersionRequirement(text) {
    precondition((try? VersionRequirement(requirement.description)) == requirement)
    for number in [0, 1, 2, 999_999_999] {
      for other in [0, 1, 999_999_999] {
        if let version = try? ModelVersion("\(number).\(other).0") {
          _ = requirement.accepts(version)
        }
      }
    }
  }
  if let alias = try? AliasName(text) {
    check(alias.fileName)
    precondition(alias.description.utf8.elementsEqual(text.utf8))
  }
  if let model = try? ModelName(text) {
    check(model.description)
    precondition(model.description.utf8.elementsEqual(text.utf8))
  }
  if let reference = try? ModelReference(text) {
    precondition((try? ModelReference(reference.description)) == reference)
  }
  if let moment = Timestamp(text) {
    precondition(
      Timestamp(moment.description) != nil || moment.secondsSinceEpoch < -62_167_219_200
        || moment.secondsSinceEpoch > 253_402_300_799)
  }
  return 0
}

private func check(_ name: String) {
  precondition(!name.isEmpty && name != "." && name != "..")
  precondition(
    name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }, "a name of a file")
}
