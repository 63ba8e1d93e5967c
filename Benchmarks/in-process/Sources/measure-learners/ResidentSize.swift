import Glibc

/// How much memory of this process is in use, in MiB, as the kernel counts it.
///
/// `getrusage` would answer for what came before, and for the parent process, too.
enum ResidentSize {
  /// Gives back what is free, lets the peak begin anew, and answers what is left.
  static func beginPeak() -> Double {
    _ = mallocTrim(0)
    if let file = fopen("/proc/self/clear_refs", "w") {
      fputs("5", file)
      fclose(file)
    }
    return status("VmRSS:")
  }

  /// The largest size since the peak began.
  static var peak: Double { status("VmHWM:") }

  private static func status(_ field: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\t" }
      if let name = words.first, name == field { return (Double(words[1]) ?? 0) / 1_024 }
    }
    return 0
  }
}

/// The Glibc module leaves it out.
@_extern(c, "malloc_trim") private func mallocTrim(_ pad: Int) -> Int32
