internal import Glibc
import Registry

@main
struct Main {
  static func main() {
    reserveStandardDescriptors()
    // A write beyond the file-size limit then fails like any other, and is reported.
    signal(SIGXFSZ, SIG_IGN)
    let program = Program(table: .all, console: .standard(), environment: environmentValue)
    exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
