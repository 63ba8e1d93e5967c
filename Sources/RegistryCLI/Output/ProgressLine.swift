import Learners
import Registry

/// One line on a terminal that says what long work is doing and how far it is.
///
/// It appears when the work has taken a second, is renewed at most ten times a second, and is gone
/// when the work ends. Where standard error is no terminal, nothing is ever written.
/// A class, because the work and the console look at the same line.
final class ProgressLine {
  private let width: Int
  private let now: () -> Duration
  private let say: ((String) -> Void)?
  private let start: Duration
  private var nextLine: Duration
  private var isShown = false
  /// What is being done, and since when: its rate is not that of what was done before.
  private var activity = ""
  private var activityStart: Duration

  /// - Parameters:
  ///   - width: The terminal's, in cells.
  ///   - now: The time since an arbitrary start.
  ///   - say: Writes to the terminal; `nil` where there is none.
  init(width: Int, now: @escaping () -> Duration, say: ((String) -> Void)?) {
    self.width = width
    self.now = now
    self.say = say
    start = now()
    activityStart = start
    nextLine = start + .seconds(1)
  }

  /// Tells what is done; cheap enough for every tree and block of rows.
  func update(_ progress: TrainingProgress) {
    guard let say else { return }
    let time = now()
    if progress.activity != activity {
      activity = progress.activity
      activityStart = time
    }
    guard time >= nextLine else { return }
    nextLine = time + .milliseconds(100)
    isShown = true
    let line = line(progress, at: time).escapedForTerminal
    say(Self.clearLine + String(line.prefix(max(0, width - 1))))
  }

  /// Takes the line away, as before a message; the next update brings it back.
  func clear() {
    guard isShown else { return }
    isShown = false
    say?(Self.clearLine)
  }

  private func line(_ progress: TrainingProgress, at time: Duration) -> String {
    let elapsed = "\((time - start).clock) elapsed"
    let seconds = (time - activityStart) / .seconds(1)
    guard !progress.unit.isEmpty else { return "\(progress.activity): \(elapsed)" }
    let rate = rate(Double(progress.done) / seconds)
    guard let total = progress.total, total > 0 else {
      return "\(progress.activity): \(progress.done) \(progress.unit)\(rate), \(elapsed)"
    }
    let percent = Int(100 * Double(min(progress.done, total)) / Double(total))
    let tail = "\(progress.done) of \(total) \(progress.unit)\(rate), \(elapsed)"
    guard progress.done > 0, progress.done <= total else {
      return "\(progress.activity): \(percent) %, \(tail)"
    }
    let left = Duration.seconds(seconds * Double(total - progress.done) / Double(progress.done))
    // What a narrow terminal cuts off is what is missed least.
    return "\(progress.activity): \(percent) %, about \(left.clock) left, \(tail)"
  }

  /// So many a second, or a minute where that is less than one in ten seconds.
  private func rate(_ perSecond: Double) -> String {
    guard perSecond > 0, perSecond < 1e15 else { return "" }
    if perSecond < 0.1 { return ", \((60 * perSecond).rounded(toPlaces: 1))/min" }
    return ", \(perSecond.rounded(toPlaces: perSecond < 10 ? 1 : 0))/s"
  }

  private static let clearLine = "\r\u{1B}[K"
}

extension Duration {
  /// Whole seconds as `0:07` or `1:02:03`.
  fileprivate var clock: String {
    let seconds = components.seconds
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    let shown = parts[0] > 0 ? parts[...] : parts[1...]
    return shown.enumerated()
      .map { $0.offset > 0 && $0.element < 10 ? "0\($0.element)" : "\($0.element)" }
      .joined(separator: ":")
  }
}
