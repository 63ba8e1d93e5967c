import Glibc

/// A script for a shell, run by a test with the built program in `$registry`.
struct ShellCommand {
  /// What it printed, standard error included where the line says `2>&1`.
  let output: String

  /// Runs a script with `/bin/sh`.
  init(_ line: String) {
    setenv("registry", Self.program, 1)
    guard let pipe = popen(line, "r") else {
      output = "popen failed"
      return
    }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    output = String(decoding: bytes, as: UTF8.self)
  }

  /// Runs a script with bash in place of sh.
  init(bash script: String) {
    let quoted = script.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    self.init("exec bash -c '\(quoted)' 2>&1")
  }

  /// The program lies beside the tests that the build made.
  private static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let tests = String(
      decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/registry"
  }()
}
