import Testing

@testable import RegistryCLI

@Suite struct `Completion in zsh` {
  @Test func `knows the whole table`() {
    #expect(ZshCompletion(table: .sample).script == "")
  }
}
