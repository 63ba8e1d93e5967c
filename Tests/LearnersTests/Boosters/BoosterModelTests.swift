import Testing

@testable import Learners

@Suite struct `A model of XGBoost or LightGBM` {
  /// Expected are the answers of the library, whose version stands in the name.
  @Test(arguments: BoosterFixture.allCases)
  func `answers as its library does, bit for bit`(fixture: BoosterFixture) throws {
    let rows = try fixture.rows
    let model = try ScoringModel(try fixture.bytes, path: fixture.rawValue)
    #expect(try answers(model, rows.table) == rows.answers.flatMap(\.self))
  }

  @Test(arguments: BoosterFixture.allCases)
  func `calls classes by their numbers`(fixture: BoosterFixture) throws {
    let model = try ScoringModel(try fixture.bytes, path: fixture.rawValue)
    let width = try fixture.rows.answers[0].count
    switch model.answer {
    case .probabilities(_, let labels):
      #expect(labels?.texts == (0..<max(2, width)).map(String.init))
      #expect(labels?.areIntegers == true)
    case .number: #expect(width == 1)
    }
  }

  @Test(arguments: BoosterFixture.allCases)
  func `names what it takes`(fixture: BoosterFixture) throws {
    let model = try ScoringModel(try fixture.bytes, path: fixture.rawValue)
    #expect(model.features.map(\.name) == (try fixture.rows.columns.map(\.name)))
  }

  @Test(arguments: BoosterFixture.allCases)
  func `is refused wherever it is cut`(fixture: BoosterFixture) throws {
    let bytes = try fixture.bytes
    // Behind the trees of LightGBM stands what they were trained with: without it the model is whole.
    let ends = bytes.indices.filter { bytes[$0...].starts(with: "\nend of trees".utf8) }
    for length in stride(from: 4, to: ends.first ?? bytes.count - 1, by: 7) {
      #expect(throws: LearnerError.self) {
        _ = try ScoringModel(Array(bytes.prefix(length)), path: fixture.rawValue)
      }
    }
  }

  @Test(arguments: BoosterFixture.allCases)
  func `never stops the program, whichever bytes are others`(fixture: BoosterFixture) throws {
    let bytes = try fixture.bytes
    let table = try fixture.rows.table
    var random = SeededGenerator(seed: 20_260_115)
    var refused = 0
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0...random.number(below: 3) {
        let place = random.number(below: bytes.count)
        // Other digits make other numbers; other bytes break the grammar.
        damaged[place] =
          random.number(below: 2) == 0
          ? UInt8(ascii: "0") + UInt8(random.number(below: 10))
          : damaged[place] ^ 1 << UInt8(random.number(below: 8))
      }
      do {
        _ = try answers(try ScoringModel(damaged, path: fixture.rawValue), table)
      } catch { refused += 1 }
    }
    #expect(refused > 0)
  }
}
