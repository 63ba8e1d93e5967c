import Glibc
import Learners
import Registry

/// Scores rows in memory and prints a line of JSON: the seconds that all of them took, the median of the
/// microseconds of a row alone, and the first answers.
///
/// usage: measure-scoring MODEL ROWS
///
/// MODEL is a file with its metadata and signature beside it, ROWS a file of Floats, row by row.
@main struct MeasureScoring {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3 else { return print("usage: measure-scoring MODEL ROWS") }
    let predictor = try Predictor(ResolvedModel(model: words[1]))
    let rows = floats(words[2])
    let width = predictor.inputs.count
    _ = try predictor.answers(Array(rows[..<(1000 * width)]))
    let clock = ContinuousClock()
    var answers: [Double] = []
    let seconds = try clock.measure { answers = try predictor.answers(rows) } / .seconds(1)
    print(
      #"{"seconds": \#(seconds), "alone": \#(try alone(predictor, rows, width)),"#,
      #""answers": \#(Array(answers.prefix(1000)))}"#)
  }

  private static func alone(
    _ predictor: Predictor, _ rows: [Float], _ width: Int
  ) throws -> Double {
    let clock = ContinuousClock()
    return try (0..<20_000).map { index in
      let row = Array(rows[index * width..<(index + 1) * width])
      return try clock.measure { _ = try predictor.answers(row) } / .microseconds(1)
    }.sorted()[10_000]
  }

  private static func floats(_ path: String) -> [Float] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / 4
    rewind(file)
    return [Float](unsafeUninitializedCapacity: count) { buffer, used in
      used = fread(buffer.baseAddress, 4, count, file)
    }
  }
}
