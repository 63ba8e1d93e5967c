import Learners
import Registry

extension Command {
  static let inspect = Command(
    "inspect", in: .look, summary: "tell what is inside a model file",
    discussion: """
      Of a file, or of the model of a version (an alias, a version, a range): format, what wrote it, size, \
      inputs and outputs, labels, how many trees there are and how large, and the operators or the steps of \
      the pipeline. Nothing in the file is run. What cannot be scored here is marked and said why; the exit \
      code is 2 then, 5 where the file is broken, and what is known of it is shown all the same.
      """,
    arguments: [.inspected], options: Option.place + [.json],
    exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry inspect model.joblib", "tells the steps of a scikit-learn pipeline"),
      Example("registry inspect champion --json", "tells the same of the champion, for programs"),
    ]
  ) { invocation, console in
    let (path, description) = try invocation.inspected()
    if invocation.flag(.json) {
      try console.write(description.json(path: path))
    } else {
      try console.write(description.text(path: path, style: console.outputStyle))
    }
    return description.obstacle?.exitCode ?? .done
  }
}

extension Argument {
  fileprivate static let inspected = Argument(
    "MODEL", .file, help: "a model file, or a reference such as champion, v1.2.0 or ^1.2")
}

extension Invocation {
  /// A file where there is one of this name, else what it means in the registry.
  fileprivate func inspected() throws -> (path: String, ModelDescription) {
    let text = try argument(.inspected)
    do {
      return (text, try ModelDescription(file: text))
    } catch LearnerError.registry(.noSuchFile(let path)) {
      guard let reference = try? ModelReference(text) else {
        throw RegistryError.noSuchFile(path: path)
      }
      // Whoever looks may see what is withdrawn.
      let model = try registry().resolve(reference, verifies: false, refusesYanked: false)
      return (model.modelPath, try ModelDescription(of: model))
    }
  }
}
