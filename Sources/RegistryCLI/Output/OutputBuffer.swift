/// Bytes on their way to a descriptor, gathered into few writes.
///
/// A class, because every part of a command writes into the same buffer. Its first failure stays:
/// every later call throws it again, so that no caller can overlook it.
final class OutputBuffer {
  /// The terminal's width in cells, or `nil` when this is no terminal.
  let terminalWidth: Int?
  /// The progress line that is shown on it now, to be cleared before anything else is.
  var progress: ProgressLine?
  private let sink: ([UInt8]) throws(OutputError) -> Void
  private var buffer: [UInt8] = []
  private var failure: OutputError?
  private let capacity = 65_536

  init(terminalWidth: Int?, sink: @escaping ([UInt8]) throws(OutputError) -> Void) {
    self.terminalWidth = terminalWidth
    self.sink = sink
  }

  func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    if let failure { throw failure }
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacity { try flush() }
  }

  /// Hands everything on that was written so far.
  func flush() throws(OutputError) {
    if let failure { throw failure }
    guard !buffer.isEmpty else { return }
    do throws(OutputError) {
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    } catch {
      failure = error
      throw error
    }
  }
}
