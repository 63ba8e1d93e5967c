import Registry

/// How a person ends long work before it is done.
struct StopRequest {
  /// From here on a request is noted; before, a signal ends the process as always.
  let listen: () -> Void
  /// Whether the work is to end.
  let isMade: () -> Bool

  /// Nobody asks.
  static var none: StopRequest { StopRequest(listen: {}, isMade: { false }) }

  /// Ctrl-C and SIGTERM.
  static var signals: StopRequest {
    StopRequest(listen: StopSignal.listen, isMade: { StopSignal.wasReceived })
  }
}
