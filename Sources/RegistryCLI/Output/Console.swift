import Registry

/// Where a command says things: the answer on standard output, everything else on standard error.
///
/// Text that others wrote (file names, notes, values) is made harmless with
/// `String.escapedForTerminal` before it is printed: ``TextTable`` and the messages here do it
/// themselves, ``write(_:)`` and ``writeLine(_:)`` print what they get.
struct Console {
  /// Buffered: leaves at ``flush()``, when full, or before a message.
  let output: OutputBuffer
  let errors: OutputBuffer
  let outputStyle: TextStyle
  let errorStyle: TextStyle
  /// Whether standard error is a terminal on which a line can be written anew.
  let canRedraw: Bool
  /// How a person ends long work.
  let stop: StopRequest

  init(
    output: OutputBuffer, errors: OutputBuffer, stop: StopRequest = .none,
    environment: (String) -> String?
  ) {
    self.output = output
    self.errors = errors
    self.stop = stop
    outputStyle = TextStyle(
      isTerminal: output.terminalWidth != nil, environment: environment)
    errorStyle = TextStyle(isTerminal: errors.terminalWidth != nil, environment: environment)
    canRedraw = errors.terminalWidth != nil && environment("TERM") ?? "dumb" != "dumb"
  }

  /// The same console, whose answers nobody reads; messages are seen all the same.
  var withoutOutput: Console {
    Console(
      output: OutputBuffer(terminalWidth: nil) { _ in }, errors: errors, stop: stop,
      environment: { _ in nil })
  }

  /// The process's own standard output and standard error.
  static func standard() -> Console {
    Console(
      output: stream(.output), errors: stream(.errors), stop: .signals,
      environment: environmentValue)
  }

  private static func stream(_ descriptor: StandardDescriptor) -> OutputBuffer {
    OutputBuffer(terminalWidth: descriptor.terminalWidth) { bytes throws(OutputError) in
      try descriptor.write(bytes)
    }
  }

  /// The width to wrap text at: the terminal's, at most 80 and at least 40; 80 when it is none.
  var textWidth: Int { min(80, max(40, output.terminalWidth ?? 80)) }
}

extension Console {
  /// Writes text that ends its own lines.
  func write(_ text: String) throws(OutputError) { try output.write(text.utf8) }

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8]) throws(OutputError) { try output.write(bytes) }

  /// Writes text and ends the line.
  func writeLine(_ text: String = "") throws(OutputError) { try write(text + "\n") }

  /// Brings everything that was written so far to standard output.
  func flush() throws(OutputError) { try output.flush() }
}

extension Console {
  /// Says that something is probably not as it was meant, while the command goes on.
  func warning(_ text: String) { message(.boldYellow, "warning", text) }

  /// Says one of several things that are wrong, before the command ends.
  func fault(_ text: String) { message(.boldRed, "error", text) }

  /// Says something worth knowing that is not part of the answer.
  func note(_ text: String) { message(.bold, "note", text) }

  /// Puts an error before the person, and says how to exit.
  ///
  /// Nothing is said when the reader of standard output is gone (`registry list | head -1`).
  func report(_ error: any Error) -> ExitCode {
    guard let error = error as? any ReportableError else {
      message(.boldRed, "error", "internal error: \(error)")
      return .couldNotRun
    }
    if error as? OutputError == .readerGone { return error.exitCode }
    message(.boldRed, "error", error.message)
    if let remedy = error.remedy { sayLine("  fix: \(remedy.escapedForTerminal)") }
    return error.exitCode
  }

  private func message(_ look: TextStyle.Look, _ label: String, _ text: String) {
    // What came before must be seen before. A failure here stays in the stream and comes up again.
    try? output.flush()
    errors.progress?.clear()
    sayLine("\(errorStyle(look, "\(label):")) \(text.escapedForTerminal)")
  }

  private func sayLine(_ line: String) { say(line + "\n") }

  /// Writes to standard error at once; when even that fails, nobody is left to be told.
  func say(_ text: String) {
    try? errors.write(text.utf8)
    try? errors.flush()
  }
}
