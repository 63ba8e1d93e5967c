@testable import Learners
@testable import Registry

/// In whatever pieces a text comes, its records are the same; what is written reads back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = Reading(bytes, piece: 1 << 16)
  for piece in [1, 7] {
    precondition(Reading(bytes, piece: piece) == whole, "pieces of \(piece) read differently")
  }
  guard whole.error == nil, let separator = whole.separator else { return 0 }
  var writer = CSVWriter(separator: separator)
  for record in [whole.names] + whole.records {
    for field in record { writer.append(String(decoding: field, as: UTF8.self)) }
    writer.endRecord()
  }
  let again = Reading(writer.bytes, piece: 1 << 16, separator: separator)
  precondition(again.names == whole.names && again.records == whole.records, "written differently")
  return 0
}

private struct Reading: Equatable {
  var separator: Separator?
  var names: [[UInt8]] = []
  var records: [[[UInt8]]] = []
  var error: String?

  init(_ bytes: [UInt8], piece: Int, separator: Separator? = nil) {
    do throws(LearnerError) {
      var reader = try RecordReader(
        Pieces(rest: MemorySource(bytes), size: piece), named: "t.csv", separator: separator)
      self.separator = reader.separator
      names = reader.names.map { Array($0.utf8) }
      while try reader.readBlock() {
        let block = reader.block
        for record in 0..<block.count {
          records.append(names.indices.map { Array(block.text($0, of: record).utf8) })
        }
      }
    } catch { self.error = error.message }
  }
}

private struct Pieces: ByteSource {
  var rest: MemorySource
  let size: Int

  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) -> Int {
    rest.read(upTo: min(limit, size), into: &bytes)
  }
}
