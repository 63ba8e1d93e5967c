@testable import RegistryCLI

/// A console that keeps what it is told.
final class RecordedConsole {
  private(set) var output = ""
  private(set) var errors = ""
  /// How many times the output was written to.
  private(set) var writes = 0
  /// What every further write to standard output throws.
  var outputFailure: OutputError?

  /// A console whose streams pretend to be a terminal of this width, or none.
  func console(
    width: Int? = nil, stop: StopRequest = .none, environment: [String: String] = [:]
  ) -> Console {
    Console(
      output: OutputBuffer(terminalWidth: width) { bytes throws(OutputError) in
        if let failure = self.outputFailure { throw failure }
        self.writes += 1
        self.output += String(decoding: bytes, as: UTF8.self)
      },
      errors: OutputBuffer(terminalWidth: width) { bytes throws(OutputError) in
        self.errors += String(decoding: bytes, as: UTF8.self)
      },
      stop: stop, environment: { environment[$0] })
  }
}
