internal import Registry

@testable import Learners

/// What a reader makes of a text: its records, and the error that ended them.
struct Reading: Equatable {
  var separator: Separator?
  var names: [String] = []
  var records: [[String]] = []
  var lines: [Int] = []
  var error: String?

  init(
    _ bytes: [UInt8], chunk: Int = 1 << 16, separator: Separator? = nil,
    longestRecord: Int = RecordReader.longestRecord
  ) {
    do throws(LearnerError) {
      var reader = try RecordReader(
        ChunkedSource(bytes, size: chunk), named: "t.csv", separator: separator,
        longestRecord: longestRecord)
      self.separator = reader.separator
      names = reader.names
      while try reader.readBlock() {
        let block = reader.block
        for record in 0..<block.count {
          records.append(names.indices.map { block.text($0, of: record) })
          lines.append(block.line(of: record))
        }
      }
    } catch { self.error = error.message }
  }

  init(_ text: String, chunk: Int = 1 << 16, separator: Separator? = nil) {
    self.init(Array(text.utf8), chunk: chunk, separator: separator)
  }
}
