import Foundation
import Testing

@testable import Learners

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `Every plot` {
  private let plots: [ModelReport.Plot]

  /// All pictures of all tasks, with names that have made programs stumble.
  init() {
    let names = SampleReport.hostileNames
    let outcomes = [
      SampleReport.binary(Array(names.suffix(2)), rows: 20_000),
      SampleReport.multiclass(names, rows: 20_000),
      SampleReport.multiclass(["a", "b", "c"]), SampleReport.regression(rows: 20_000),
    ]
    plots =
      outcomes.flatMap { outcome in
        ModelReport(content: SampleReport.content(outcome, weights: names)).plots
      } + Self.hollow
  }

  /// Pictures of values that have no place.
  private static var hollow: [ModelReport.Plot] {
    let odd = [Double.nan, .infinity, -.infinity, 1.7e308, -1.7e308, .leastNonzeroMagnitude, 0]
    var content = SampleReport.content(.regression(predicted: odd, actual: odd.reversed()))
    content.losses = .init(training: odd, validation: [.nan])
    content.weights = .init(
      kind: .coefficient,
      entries: odd.map { .init(name: "a", value: $0, deviation: $0) })
    return ModelReport(content: content).plots
  }

  @Test func `is XML that another reader takes`() {
    for plot in plots {
      let parser = XMLParser(data: Data(plot.svg))
      // On Linux, `parse` answers true for XML that is broken, too.
      #expect(parser.parse() && parser.parserError == nil, "\(plot.name)")
    }
  }

  @Test func `holds no number that is none, no script and nothing from elsewhere`() {
    for plot in plots {
      let text = String(decoding: plot.svg, as: UTF8.self)
      for word in ["nan", "inf\"", "<script", "<svg onload", "href", "url(", "<style", "@import"] {
        #expect(!text.lowercased().contains(word), "\(word) in \(plot.name)")
      }
      #expect(text.matches(of: /http/).count == 1, "the name space and no other address")
      let numbers = text.matches(of: /[" ,Mh](-?[0-9.e+-]+)[" ,hM]/).compactMap {
        Double($0.output.1)
      }
      #expect(numbers.allSatisfy { $0.isFinite && abs($0) < 3000 }, "\(plot.name)")
    }
  }

  @Test func `says what it shows to who does not see it`() {
    for plot in plots {
      let text = String(decoding: plot.svg, as: UTF8.self)
      #expect(
        text.contains("role=\"img\"") && text.contains("<title id=\"title\">\(plot.alternative)"))
    }
  }

  @Test func `is a small file`() {
    for plot in plots { #expect(plot.svg.count < 60_000, "\(plot.name): \(plot.svg.count)") }
  }
}

@Suite struct `Text of a plot` {
  @Test(arguments: [
    ("age", "age"), ("", "(blank)"), (" \t", "(blank)"), ("0123456789", "0123456789"),
    ("0123456789A", "012345678…"), ("漢漢漢漢漢", "漢漢漢漢漢"), ("漢漢漢漢漢漢", "漢漢漢漢…"),
    ("a\u{202E}b", #"a\u{202E}b"#),
  ])
  func `fits its place and acts on nothing`(name: String, shown: String) {
    #expect(PlotText.fitted(name, to: 10) == shown)
  }

  @Test func `is spelled as XML wants it`() {
    #expect(
      PlotText.escaped("<a b=\"c\" d='e'>&\u{FFFF}\u{1}é")
        == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\u{FFFD}\u{FFFD}é")
  }
}
