internal import Glibc

/// What the C library says of an errno value, with its symbolic name left to the reader.
func errorText(_ code: Int32) -> String {
  // strerror shares one static buffer between threads; the reentrant form fills ours.
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
    guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else {
      return "error \(code)"
    }
    return String(cString: start)
  }
}
