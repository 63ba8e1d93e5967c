import Testing

@testable import Learners

@Suite struct `An input of a graph` {
  private func tensor(_ column: Column, as type: ElementType) throws(LearnerError) -> Tensor {
    let port = GraphPort(name: "x", type: type, shape: [.unknown, .fixed(1)])
    return try port.tensor([column], rows: 0..<2)
  }

  @Test func `takes texts that spell whole numbers for these`() throws {
    let elements = try tensor(categorical("x", ["7", "-2"]), as: .int64).elements
    guard case .int64s(let numbers) = elements else {
      Issue.record("no whole numbers came out")
      return
    }
    #expect(numbers == [7, -2])
  }

  /// No whole number could stand for a missing one, and no truth for one half.
  @Test(arguments: [ElementType.int64, .bool], ["1.5", ""])
  func `of whole numbers takes no other cell, whatever the column holds`(
    type: ElementType, cell: String
  ) {
    let number = Double(cell) ?? .nan
    for column in [categorical("x", ["1", cell]), numeric("x", [1, number])] {
      let error = #expect(throws: LearnerError.self) { try tensor(column, as: type) }
      #expect(error?.message.contains("'x' takes whole numbers") == true)
    }
  }
}
