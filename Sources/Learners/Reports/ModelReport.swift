internal import Registry

/// `model_report.md` with its pictures: what a person reads before registering a model.
struct ModelReport {
  let content: Content

  /// The Markdown and the SVG files that it shows, by their names in `artifacts/`.
  var files: [ArtifactDirectory.NewFile] {
    let plots = plots
    return [.init(ArtifactKind.report.sourceName, Array(text(showing: plots).utf8))]
      + plots.map { .init($0.path, $0.svg) }
  }

  private func text(showing plots: [Plot]) -> String {
    let shown = [
      summary, candidates, metrics, section("What the errors look like", plots, .outcome),
      confusionTable, section("How it was fitted", plots, .fitting), weights(plots), notes,
      nextStep,
    ]
    return shown.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Pictures of one kind, each with what to see in it; nothing where there are none.
  private func section(_ title: String, _ plots: [Plot], _ kind: Plot.Kind) -> String {
    let shown = plots.filter { $0.kind == kind }
    guard !shown.isEmpty else { return "" }
    return "## \(title)\n\n" + shown.map { $0.markdown + "\n" }.joined(separator: "\n")
  }

  // MARK: The parts

  private func weights(_ plots: [Plot]) -> String {
    guard let weights = content.weights, let rows = weightTable else { return "" }
    let picture = plots.filter { $0.kind == .weights }.map { $0.markdown + "\n\n" }.joined()
    return
      "## \(weights.kind.title)\n\n\(weights.kind.meaning(for: content))\n\n\(picture)\(rows)\n"
  }

  private var notes: String {
    guard !content.warnings.isEmpty else { return "" }
    let lines = content.warnings.map { "- \(MarkdownText.plain($0))." }
    return "## To look at\n\n" + lines.joined(separator: "\n") + "\n"
  }

  private var nextStep: String {
    """
    ## If it convinces you

    ```
    registry register --bump auto --notes "why this model"
    ```

    copies these files to the next version, which never changes again. `registry promote` then says
    what serves.

    """
  }
}
