import Registry
import Testing

@testable import Learners

@Suite struct `A refusal to fit or to measure` {
  @Test(arguments: [
    (
      LearnerError.allMissing(column: "age"), "every cell of column 'age' is missing",
      "leave the column out with --drop 'age'"
    ),
    (
      .infiniteValue(column: "age", row: 3),
      "column 'age' is infinite, or too large for a model, in row 3",
      "leave the cell empty, or leave the column out with --drop 'age'"
    ),
    (
      .wrongColumnKind(column: "age", expected: "numbers", found: "text"),
      "column 'age' holds text, but the model was fitted on numbers",
      "give the column as the training data had it, or train again"
    ),
    (
      .labelNotBinary(2, row: 5), "label '2' in row 5 is neither 0 nor 1",
      "choose a column of two labels with --target, and the one to find with --positive"
    ),
    (
      .labelOutOfRange(3, row: 5, classCount: 3), "label '3' in row 5 is not in 0..<3",
      "number the classes from 0, or say that there are more of them"
    ),
    (
      .targetNotFinite(row: 5), "the target of row 5 is not a finite number",
      "remove the rows whose target is not known"
    ),
    (
      .lengthsDiffer(what: "labels", expected: 3, found: 2),
      "there are 2 labels, but 3 were expected", "give 3 labels"
    ),
    (
      .hyperparameterOutOfRange(name: "threshold", value: "2.0", allowed: "a number in 0...1"),
      "'2.0' is not a value that 'threshold' can have", "give 'threshold' a number in 0...1"
    ),
  ])
  func `says what is wrong and what to type next`(
    error: LearnerError, message: String, remedy: String
  ) {
    #expect(error.message == message)
    #expect(error.remedy == remedy)
    #expect(error.exitCode == .usage)
  }
}
