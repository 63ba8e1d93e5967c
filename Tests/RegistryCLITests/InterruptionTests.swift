import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `Work that a person ends` {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let rows = (0..<60).map { "\(20 + (7 * $0) % 41),\($0 % 3 == 0 ? "yes" : "no")\n" }
    try place.directory.write("age,y\n" + rows.joined(), to: "train.csv")
    try place.directory.write("age\n60\n20\n", to: "rows.csv")
  }

  /// A request that is made when it is looked for so many times.
  private func stop(atLook number: Int) -> StopRequest {
    var looks = 0
    return StopRequest(listen: {}) {
      looks += 1
      return looks >= number
    }
  }

  private static let said = Workplace.Answer(
    code: .interrupted, errors: "error: interrupted, nothing was written\n")

  private var trainWords: [String] {
    ["train", "--data", place.directory.file("train.csv"), "--target", "y", "--positive", "yes"]
      + ["--model", "logistic-regression", "--output", place.artifacts]
  }

  private func makeChampion() {
    for words in [
      trainWords, ["register", "v1.0.0", "-a", place.artifacts], ["promote", "v1.0.0"],
    ] { #expect(place.run(words).code == .done) }
  }

  private func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  @Test func `leaves no artifacts, at whatever moment of a training it is`() {
    var moments = 0
    while case let answer = place.run(trainWords, stop: stop(atLook: moments + 1)),
      answer.code != .done
    {
      #expect(answer == Self.said)
      #expect(!FileManager.default.fileExists(atPath: place.artifacts))
      moments += 1
    }
    // Reading, fitting with a look after each step, measuring, writing.
    #expect(moments > 4)
  }

  @Test(arguments: [[], ["--dry-run"]])
  func `leaves no version, at whatever moment of a retraining it is`(option: [String]) throws {
    makeChampion()
    let before = place.run("list").output
    let challenger = place.directory.file("challenger")
    let words =
      ["retrain", "--data", place.directory.file("train.csv"), "-a", challenger] + option
    var moments = 0
    while case let answer = place.run(words, stop: stop(atLook: moments + 1)),
      answer.code == .interrupted
    {
      #expect(answer == Self.said)
      #expect(place.run("list").output == before)
      #expect(!FileManager.default.fileExists(atPath: challenger))
      moments += 1
    }
    // One more: comparing.
    #expect(moments > 5)
  }

  @Test func `leaves no file of scores`() throws {
    makeChampion()
    let before = try names(in: place.directory.path)
    let answer = place.run(
      ["predict", "champion", "-i", place.directory.file("rows.csv")]
        + ["-o", place.directory.file("scores.csv")], stop: stop(atLook: 1))
    #expect(answer == Self.said)
    #expect(try names(in: place.directory.path) == before)
  }

  /// Scores from a pipe: once the pipe is open on both sides the program listens to signals.
  private func predict(_ before: String, _ meanwhile: String) -> String {
    ShellCommand(
      """
      cd '\(place.directory.path)' || exit; mkfifo pipe || exit; \(before)
      REGISTRY_DIR=registry $registry predict champion -i pipe -o scores.csv 2>&1 &
      exec 3>pipe; echo age >&3; \(meanwhile); echo 60 >&3 2>/dev/null; exec 3>&-; wait $!; echo $?; ls
      """
    ).output
  }

  @Test func `ends by a signal, with a number that says so`() {
    makeChampion()
    #expect(
      predict(":", "trap '' PIPE; kill -TERM $!") == """
        error: interrupted, nothing was written
        130
        artifacts
        pipe
        registry
        rows.csv
        train.csv

        """)
  }

  @Test func `goes on where who started it ignores the signal`() {
    makeChampion()
    let output = predict("trap '' TERM", "kill -TERM $!")
    #expect(output.hasPrefix("note: scored 1 row"))
    #expect(output.contains("\n0\n") && output.contains("\nscores.csv\n"))
  }
}
