internal import Registry

/// Gives a text in pieces of a fixed size, whatever is asked for.
struct ChunkedSource: ByteSource {
  private var rest: MemorySource
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = MemorySource(bytes)
    self.size = size
  }

  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) -> Int {
    rest.read(upTo: min(limit, size), into: &bytes)
  }
}
