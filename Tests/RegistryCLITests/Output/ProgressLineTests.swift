import Learners
import Testing

@testable import RegistryCLI

@Suite struct `A progress line` {
  /// A clock that is set by hand, and what was said.
  private final class Scene {
    var time = Duration.zero
    var said = ""

    func line(width: Int = 80) -> ProgressLine {
      ProgressLine(width: width, now: { self.time }, say: { self.said += $0 })
    }
  }

  private func fitting(_ done: Int, of total: Int? = 40) -> TrainingProgress {
    TrainingProgress("fitting", done: done, of: total, unit: "trees")
  }

  private let clear = "\r\u{1B}[K"

  @Test func `says nothing about what takes less than a second`() {
    let scene = Scene()
    let line = scene.line()
    scene.time = .milliseconds(999)
    line.update(fitting(39))
    line.clear()
    #expect(scene.said == "")
  }

  @Test func `says how much is done, how fast, and how long the rest may take, and goes away`() {
    let scene = Scene()
    let line = scene.line()
    line.update(fitting(0))
    scene.time = .seconds(10)
    line.update(fitting(10))
    #expect(
      scene.said
        == clear + "fitting: 25 %, about 0:30 left, 10 of 40 trees, 1.0/s, 0:10 elapsed")
    scene.said = ""
    line.clear()
    line.clear()
    #expect(scene.said == clear)
  }

  @Test func `reckons what is done now by its own time, and says how long all has taken`() {
    let scene = Scene()
    let line = scene.line(width: 90)
    line.update(TrainingProgress("reading"))
    scene.time = .seconds(20)
    line.update(fitting(0))
    scene.time = .seconds(22)
    line.update(fitting(20, of: 60))
    #expect(
      scene.said
        == clear + "fitting: 0 %, 0 of 40 trees, 0:20 elapsed"
        + clear + "fitting: 33 %, about 0:04 left, 20 of 60 trees, 10/s, 0:22 elapsed")
  }

  @Test func `is renewed ten times a second at most`() {
    let scene = Scene()
    let line = scene.line()
    for milliseconds in 0..<2000 {
      scene.time = .milliseconds(milliseconds)
      line.update(TrainingProgress("scoring", done: milliseconds, of: nil, unit: "rows"))
    }
    #expect(scene.said.split(separator: "\r").count == 10)
    #expect(scene.said.hasSuffix("scoring: 1900 rows, 1000/s, 0:01 elapsed"))
  }

  @Test(arguments: [
    (0, "fitting: 0 %, 0 of 40 trees, 1:02:03 elapsed"),
    (50, "fitting: 100 %, 50 of 40 trees, 0.8/min, 1:02:03 elapsed"),
  ])
  func `gives no estimate where there is none`(done: Int, text: String) {
    let scene = Scene()
    let line = scene.line()
    line.update(fitting(0))
    scene.time = .seconds(3723)
    line.update(fitting(done))
    #expect(scene.said == clear + text)
  }

  @Test func `says what is being done where nothing is counted, in one line`() {
    let scene = Scene()
    let line = scene.line()
    scene.time = .seconds(2)
    line.update(TrainingProgress("reading a\nb.csv"))
    #expect(scene.said == clear + "reading a\\nb.csv: 0:02 elapsed")
  }

  @Test(arguments: [0, 1, 8])
  func `never fills more than the line`(width: Int) {
    let scene = Scene()
    let line = scene.line(width: width)
    scene.time = .seconds(2)
    line.update(fitting(10))
    #expect(scene.said == clear + "fitting:".prefix(max(0, width - 1)))
  }

  @Test func `gives way to a message and is gone when the work throws`() {
    let recorded = RecordedConsole()
    let scene = Scene()
    let console = recorded.console(width: 80, environment: ["TERM": "xterm"])
    #expect(throws: LearnerError.noRows) {
      try console.withProgress(now: { scene.time }) { tell throws(LearnerError) in
        scene.time = .seconds(2)
        try tell(TrainingProgress("reading"))
        console.note("half way")
        scene.time = .seconds(3)
        try tell(TrainingProgress("reading"))
        throw .noRows
      }
    }
    #expect(
      recorded.errors
        == "\(clear)reading: 0:02 elapsed\(clear)\u{1B}[1mnote:\u{1B}[0m half way\n"
        + "\(clear)reading: 0:03 elapsed\(clear)")
  }

  @Test(arguments: [nil, 80])
  func `is nothing where there is no terminal that can redraw`(width: Int?) throws {
    let recorded = RecordedConsole()
    let scene = Scene()
    let console = recorded.console(width: width, environment: ["TERM": "dumb"])
    let answer = try console.withProgress(now: { scene.time }) { tell throws(LearnerError) in
      scene.time = .seconds(2)
      try tell(TrainingProgress("reading"))
      return 42
    }
    #expect(answer == 42)
    #expect(recorded.errors == "")
  }
}
