@testable import Registry

/// What is read is written so that it reads back equal, whatever the spelling was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let value: JSONValue
  do throws(JSONError) { value = try JSONReader.value(bytes) } catch {
    precondition((0...count).contains(error.offset), "the fault is in the text")
    return 0
  }
  let compact = value.compactText
  for text in [compact, value.indentedText] {
    guard let again = try? JSONReader.value(text) else {
      preconditionFailure("what was written cannot be read")
    }
    // By bytes: strings that are canonically equivalent are equal otherwise.
    precondition(again.compactText == compact, "what was written reads back as something else")
  }
  return 0
}
