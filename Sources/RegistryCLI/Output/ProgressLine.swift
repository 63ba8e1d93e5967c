/// One line on a terminal that says how far long work is.
///
/// It appears when the work has taken a second, is renewed at most ten times a second, and is gone
/// when the work ends. Where standard error is no terminal, nothing is ever written.
/// A class, because the work and the console look at the same line.
final class ProgressLine {
  private let title: String
  private let total: Int?
  private let width: Int
  private let now: () -> Duration
  private let say: ((String) -> Void)?
  private let start: Duration
  private var nextLine: Duration
  private var isShown = false

  /// - Parameters:
  ///   - title: What is being done.
  ///   - total: How much there is to do, or `nil` when that is unknown.
  ///   - width: The terminal's, in cells.
  ///   - now: The time since an arbitrary start.
  ///   - say: Writes to the terminal; `nil` where there is none.
  init(
    _ title: String, total: Int?, width: Int, now: @escaping () -> Duration,
    say: ((String) -> Void)?
  ) {
    self.title = title
    self.total = total
    self.width = width
    self.now = now
    self.say = say
    start = now()
    nextLine = start + .seconds(1)
  }

  /// Tells how much is done, in the unit of the total; cheap enough for every row block.
  func update(_ done: Int) {
    guard let say else { return }
    let time = now()
    guard time >= nextLine else { return }
    nextLine = time + .milliseconds(100)
    isShown = true
    say(Self.clearLine + String(line(done, elapsed: time - start).prefix(max(0, width - 1))))
  }

  /// Takes the line away, as before a message; the next update brings it back.
  func clear() {
    guard isShown else { return }
    isShown = false
    say?(Self.clearLine)
  }

  private func line(_ done: Int, elapsed: Duration) -> String {
    guard let total, total > 0 else { return "\(title): \(done), \(elapsed.clock) elapsed" }
    let head = "\(title): \(done) of \(total) (\(percent(done, total)) %)"
    guard done > 0, done <= total else { return "\(head), \(elapsed.clock) elapsed" }
    let left = elapsed * (Double(total - done) / Double(done))
    return "\(head), \(elapsed.clock) elapsed, about \(left.clock) left"
  }

  private func percent(_ done: Int, _ total: Int) -> Int {
    Int(100 * Double(min(done, total)) / Double(total))
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
