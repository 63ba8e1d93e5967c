import Testing

@testable import RegistryCLI

@Suite struct `A value` {
  private func score(_ words: String...) throws(UsageError) -> Invocation {
    try parse(["csv"] + words, of: .score)
  }

  @Test func `is read as a whole number`() throws {
    #expect(try score("--limit", "12").integer(.limit) == 12)
    #expect(try score("--limit", "-3").integer(.limit) == -3)
  }

  @Test func `is read as a number`() throws {
    #expect(try score("-t", "0.25").double(.threshold) == 0.25)
    #expect(try score("-t", "-1e-3").double(.threshold) == -0.001)
  }

  @Test func `is read as a list apart by commas`() throws {
    #expect(try score("--columns", "age,job").list(.columns) == ["age", "job"])
    #expect(try score("--columns", "age").list(.columns) == ["age"])
    #expect(try score().list(.columns) == [])
  }

  @Test(arguments: ["", "12.5", "1e3", "0x10", "99999999999999999999", "twelve", " 1"])
  func `that is no whole number is refused`(text: String) throws {
    let error = try #require(throws: UsageError.self) {
      try score("--limit=\(text)").integer(.limit, in: 1...100)
    }
    #expect(error.message == "'--limit' does not take '\(text)'")
    #expect(
      error.remedy == "it takes a whole number from 1 to 100; see 'registry score --help'")
  }

  @Test(arguments: ["", "nan", "inf", "1,5", "1e999", "2"])
  func `that is no number in the range is refused`(text: String) throws {
    let error = try #require(throws: UsageError.self) {
      try score("--threshold=\(text)").double(.threshold, in: 0...1)
    }
    #expect(error.message == "'--threshold' does not take '\(text)'")
    #expect(error.remedy == "it takes a number from 0.0 to 1.0; see 'registry score --help'")
  }

  @Test(arguments: ["inf", "-inf", "nan"])
  func `that is not finite is no number, whatever the range`(text: String) throws {
    let error = try #require(throws: UsageError.self) {
      try score("--threshold=\(text)").double(.threshold)
    }
    #expect(error.remedy == "it takes a number; see 'registry score --help'")
  }

  @Test func `out of a half-open range names the bound that there is`() throws {
    let low = try #require(throws: UsageError.self) {
      try score("--limit=0").integer(.limit, in: 1...Int.max)
    }
    #expect(low.remedy == "it takes a whole number, at least 1; see 'registry score --help'")
    let text = try #require(throws: UsageError.self) { try score("--limit=x").integer(.limit) }
    #expect(text.remedy == "it takes a whole number; see 'registry score --help'")
  }

  @Test(arguments: ["", ",", "a,,b", "a,"])
  func `with an empty part is no list`(text: String) throws {
    let error = try #require(throws: UsageError.self) {
      try score("--columns=\(text)").list(.columns)
    }
    #expect(error.message == "'--columns' does not take '\(text)'")
    #expect(
      error.remedy == "it takes names apart by single commas; see 'registry score --help'")
  }

  @Test func `from the environment is named by its variable`() throws {
    let error = try #require(throws: UsageError.self) {
      try parse(["v1"], environment: ["REGISTRY_ACTOR": "ana"]).integer(.by)
    }
    #expect(error.message == "'REGISTRY_ACTOR' does not take 'ana'")
  }

  @Test func `that is asked for and not there is an error`() throws {
    let option = try #require(throws: UsageError.self) { try score().integer(.limit) }
    #expect(option.message == "'--limit ROWS' is missing for 'registry score'")
    let argument = try #require(throws: UsageError.self) { try score().argument(.rows) }
    #expect(argument.message == "FILE is missing for 'registry score'")
  }
}
