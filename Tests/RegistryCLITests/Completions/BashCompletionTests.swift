import Glibc
import Testing

@testable import RegistryCLI

@Suite struct `Completion in bash` {
  @Test func `knows the whole table`() {
    #expect(BashCompletion(table: .sample).script == "")
  }
}
// DUMP
@Suite struct Dump {
  @Test func dump() throws {
    for s in Shell.allCases {
      let f = fopen("/tmp/s.\(s.rawValue)", "w"); fputs(s.completionScript(for: .sample), f);
      fclose(f)
    }
  }
}
