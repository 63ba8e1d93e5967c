internal import Glibc
import Registry

@main
struct Main {
  static func main() {
    reserveStandardDescriptors()
    let program = Program(table: .all, console: .standard(), environment: environmentValue)
    exit(program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
