import Testing

@testable import RegistryCLI

@Suite struct `A progress line` {
  /// A clock that is set by hand, and what was said.
  private final class Scene {
    var time = Duration.zero
    var said = ""

    func progress(_ title: String = "scoring", total: Int? = 40, width: Int = 80) -> ProgressLine {
      ProgressLine(title, total: total, width: width, now: { self.time }, say: { self.said += $0 })
    }
  }

  @Test func `says nothing about what takes less than a second`() {
    let scene = Scene()
    let progress = scene.progress()
    scene.time = .milliseconds(999)
    progress.update(39)
    progress.clear()
    #expect(scene.said == "")
  }

  @Test func `says how much is done and how long the rest may take, and goes away`() {
    let scene = Scene()
    let progress = scene.progress()
    scene.time = .seconds(10)
    progress.update(10)
    #expect(
      scene.said == "\r\u{1B}[Kscoring: 10 of 40 (25 %), 0:10 elapsed, about 0:30 left")
    scene.said = ""
    progress.clear()
    progress.clear()
    #expect(scene.said == "\r\u{1B}[K")
  }

  @Test func `is renewed ten times a second at most`() {
    let scene = Scene()
    let progress = scene.progress("reading", total: nil)
    for milliseconds in 0..<2000 {
      scene.time = .milliseconds(milliseconds)
      progress.update(milliseconds)
    }
    #expect(scene.said.split(separator: "\r").count == 10)
    #expect(scene.said.hasSuffix("reading: 1900, 0:01 elapsed"))
  }

  @Test(arguments: [
    (0, "w: 0 of 40 (0 %), 1:02:03 elapsed"), (50, "w: 50 of 40 (100 %), 1:02:03 elapsed"),
  ])
  func `gives no estimate where there is none`(done: Int, line: String) {
    let scene = Scene()
    let progress = scene.progress("w")
    scene.time = .seconds(3723)
    progress.update(done)
    #expect(scene.said == "\r\u{1B}[K" + line)
  }

  @Test(arguments: [0, 1, 8])
  func `never fills more than the line`(width: Int) {
    let scene = Scene()
    let progress = scene.progress(width: width)
    scene.time = .seconds(2)
    progress.update(10)
    #expect(scene.said == "\r\u{1B}[K" + "scoring".prefix(max(0, width - 1)))
  }

  @Test func `gives way to a message and is gone when the work throws`() {
    struct Stop: Error {}
    let recorded = RecordedConsole()
    let scene = Scene()
    let console = recorded.console(width: 80, environment: ["TERM": "xterm"])
    #expect(throws: Stop.self) {
      try console.withProgress("scoring", now: { scene.time }) { progress throws(Stop) in
        scene.time = .seconds(2)
        progress.update(1)
        console.note("half way")
        scene.time = .seconds(3)
        progress.update(2)
        throw Stop()
      }
    }
    let clear = "\r\u{1B}[K"
    #expect(
      recorded.errors
        == "\(clear)scoring: 1, 0:02 elapsed\(clear)\u{1B}[1mnote:\u{1B}[0m half way\n"
        + "\(clear)scoring: 2, 0:03 elapsed\(clear)")
  }

  @Test(arguments: [nil, 80])
  func `is nothing where there is no terminal that can redraw`(width: Int?) {
    let recorded = RecordedConsole()
    let scene = Scene()
    let console = recorded.console(width: width, environment: ["TERM": "dumb"])
    let answer = console.withProgress("scoring", total: 2, now: { scene.time }) { progress in
      scene.time = .seconds(2)
      progress.update(1)
      return 42
    }
    #expect(answer == 42)
    #expect(recorded.errors == "")
  }
}
