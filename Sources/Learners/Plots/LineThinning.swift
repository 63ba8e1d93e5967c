/// Leaves out the points of a drawn line that nobody would miss.
///
/// Source: Ramer (1972), *An iterative procedure for the polygonal approximation of plane curves*,
/// Computer Graphics and Image Processing 1(3).
enum LineThinning {
  /// At most so many of the points of a line, the first and the last among them.
  ///
  /// The line moves by less than half a pixel, and by more only where it would have too many points.
  ///
  /// - Parameters:
  ///   - line: finite, in pixels, in the order in which the line runs through them.
  ///   - limit: at least 2.
  /// - Returns: points of the line, in its order.
  /// - Complexity: O(*n*) for points that lie closer than can be seen, and as a rule
  ///   O(*m* log *m*) for the *m* others.
  static func thinned(_ line: [PlotPoint], limit: Int = 500) -> [PlotPoint] {
    guard line.count > limit else { return line }
    var kept = points(of: line, apartBy: 0.125)
    var tolerance = 0.25
    repeat {
      kept = corners(of: kept, tolerance: tolerance)
      tolerance *= 2
    } while kept.count > limit
    return kept
  }

  /// The points that lie so far from the one kept before, and the last.
  private static func points(of line: [PlotPoint], apartBy distance: Double) -> [PlotPoint] {
    var kept: [PlotPoint] = []
    for (index, point) in line.enumerated() {
      let last = kept.last ?? PlotPoint(x: .infinity, y: .infinity)
      let isApart = abs(point.x - last.x) >= distance || abs(point.y - last.y) >= distance
      if isApart || index == line.count - 1 { kept.append(point) }
    }
    return kept
  }

  private static func corners(of line: [PlotPoint], tolerance: Double) -> [PlotPoint] {
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(first: 0, last: line.count - 1)]
    while let part = open.popLast() {
      var corner = (index: part.first, distance: tolerance)
      for index in part.first..<part.last {
        let distance = distance(of: line[index], from: line[part.first], to: line[part.last])
        if distance > corner.distance { corner = (index, distance) }
      }
      guard corner.index > part.first else { continue }
      isKept[corner.index] = true
      open += [(part.first, corner.index), (corner.index, part.last)]
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// How far a point lies from the straight line between two others.
  private static func distance(
    of point: PlotPoint, from start: PlotPoint, to end: PlotPoint
  ) -> Double {
    let (x, y) = (point.x - start.x, point.y - start.y)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? min(1, max(0, (x * dx + y * dy) / length)) : 0
    let (offX, offY) = (x - along * dx, y - along * dy)
    return (offX * offX + offY * offY).squareRoot()
  }
}
