import Testing

@testable import RegistryCLI

@Suite struct `Completion in fish` {
  @Test func `knows the whole table`() {
    #expect(FishCompletion(table: .sample).script == "")
  }
}
