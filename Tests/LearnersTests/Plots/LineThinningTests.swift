import Testing

@testable import Learners

@Suite struct `A thinned line` {
  /// A line of many points that jumps about by up to so many pixels.
  private func line(_ count: Int, jumps: Double) -> [PlotPoint] {
    var generator = SeededGenerator(seed: 5)
    return (0..<count).map { index in
      let x = 500 * Double(index) / Double(count - 1)
      let jump = jumps * Double.random(in: -1...1, using: &generator)
      return PlotPoint(x: x, y: x * x / 1000 + jump)
    }
  }

  @Test func `is the line where there are few points`() {
    let line = line(500, jumps: 100)
    #expect(LineThinning.thinned(line) == line)
  }

  @Test func `keeps both ends and every corner`() {
    let corners = [(0.0, 400.0), (100, 0), (100, 300), (500, 0)].map { PlotPoint(x: $0, y: $1) }
    let line = zip(corners, corners.dropFirst()).flatMap { start, end in
      (0..<400).map { step in
        let share = Double(step) / 400
        return PlotPoint(
          x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
      }
    }
    #expect(LineThinning.thinned(line + corners.suffix(1)) == corners)
  }

  @Test func `leaves no point further than half a pixel away`() throws {
    let line = line(20_000, jumps: 0.2)
    let thinned = LineThinning.thinned(line)
    #expect(thinned.count < 500)
    for point in line {
      let end = try #require(thinned.firstIndex { $0.x >= point.x })
      let (a, b) = (thinned[max(0, end - 1)], thinned[end])
      let share = b.x > a.x ? (point.x - a.x) / (b.x - a.x) : 1
      #expect(abs(a.y + share * (b.y - a.y) - point.y) < 0.6, "upright, which is a little more")
    }
  }

  @Test func `never has more points than it may, however it jumps`() {
    #expect(LineThinning.thinned(line(20_000, jumps: 300)).count <= 500)
    let spot = [PlotPoint](repeating: PlotPoint(x: 1, y: 1), count: 1000)
    #expect(LineThinning.thinned(spot) == Array(spot.prefix(2)))
  }
}
