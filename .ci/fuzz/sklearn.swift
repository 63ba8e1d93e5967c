@testable import Learners

/// A saved Python model is refused with an error or answers rows, as many numbers as it says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let model = try? ScoringModel(scikitLearn: bytes) else { return 0 }
  let numbers = Column(name: "", type: .real, values: .numbers([1, .nan, -1e300]))
  let texts = Column(
    name: "", type: .categorical,
    values: .categories(codes: [0, -1, 1], levels: ["a", "e\u{301}"]))
  let columns = model.graph.inputs.enumerated().map { input, port in
    model.features.filter { $0.input == input }.map { _ in port.type == .string ? texts : numbers }
  }
  guard let answers = try? model.graph.numbers(columns, rowCount: 3, output: 0) else { return 0 }
  precondition(answers.count.isMultiple(of: 3), "rows have different numbers of answers")
  return 0
}
