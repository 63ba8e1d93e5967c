import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// What is done with a model file that another program handed over: one that release 0.1.0 wrote, with a
/// signature of its own.
@Suite struct `A model file` {
  private let place: Workplace
  private var model: String { place.directory.file("artifacts/model.onnx") }

  init() throws {
    place = try Workplace()
    let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    try place.directory.write("age,job\n50,a\n20,zz\n,a\n", to: "rows.csv")
    try FileManager.default.createDirectory(
      atPath: place.artifacts, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "/\(tests)/Fixtures/ONNX/registry_linear_classifier.onnx", toPath: model)
    try place.directory.write(
      #"{"classes": ["no", "yes"], "expected_features": ["age", "job"]}"#,
      to: "artifacts/model_metadata.json")
    try place.directory.write(
      #"{"input_schema": {"age": "float", "job": "str"}, "output_schema": {"score": "float", "answer": "str"}}"#,
      to: "artifacts/model_signature.json")
    try place.directory.write(
      #"{"test_metrics": {"recall": 0.5, "n_samples": 10}}"#, to: "artifacts/metrics.json")
  }

  private func golden(_ words: String...) -> Workplace.Answer {
    place.run(["golden", "--model", model, "--input", place.directory.file("rows.csv")] + words)
  }

  /// The numbers are those of onnxruntime 1.31.1.
  @Test func `is asked for golden rows, in the names of its signature`() {
    #expect(
      golden("--rows", "1", "--tolerance", "1e-6", "--output", "-")
        == .init(
          code: .done,
          output: """
            {
              "schema_version": 1,
              "tolerance": 1e-06,
              "rows": [
                {
                  "input": {
                    "age": 50.0,
                    "job": "a"
                  },
                  "output": {
                    "score": 0.82532966,
                    "answer": "yes"
                  }
                }
              ]
            }

            """))
  }

  @Test func `gets its golden rows beside it, where register takes them along`() throws {
    #expect(
      golden()
        == .init(
          code: .done, errors: "note: wrote 4 golden rows to 'DIR/artifacts/golden_rows.json'\n"))
    let register = ["register", "v1.0.0", "--artifacts", place.artifacts, "--actor", "ana"]
    #expect(place.run(register).code == .done)
    #expect(
      place.run("verify", "--replay").output.hasPrefix(
        "replayed: v1.0.0, 4 golden rows, all answers the same\n"))
    #expect(
      place.run("predict", "v1.0.0", "-i", place.directory.file("rows.csv")).output.hasPrefix(
        "score,answer,model_version\n"))
  }

  @Test func `is not registered when it answers its golden rows otherwise`() throws {
    _ = golden()
    let rows = try place.directory.read("artifacts/golden_rows.json")
    try place.directory.write(
      rows.replacing(#""answer": "no""#, with: #""answer": "yes""#),
      to: "artifacts/golden_rows.json")
    let answer = place.run("register", "v1.0.0", "--artifacts", place.artifacts)
    #expect(answer.code == .integrityFailure)
    #expect(
      answer.errors.hasSuffix(
        """
         of its golden rows otherwise: 'answer' is "no" where "yes" is expected
          fix: serve another version; where the rows are wrong, make them again (registry golden) and register

        """))
    #expect(place.run("show", "v1.0.0").code == .notFound)
  }

  @Test func `needs metadata and a signature beside it, or named`() throws {
    let signature = place.directory.file("artifacts/model_signature.json")
    let elsewhere = place.directory.file("signature.json")
    try FileManager.default.moveItem(atPath: signature, toPath: elsewhere)
    #expect(
      golden()
        == .init(
          code: .notFound,
          errors: """
            error: 'DIR/artifacts/model.onnx' has no model_signature.json beside it
              fix: name it, or write it: {"input_schema": {"age": "int64"}, "output_schema": {"score": "float"}}

            """))
    #expect(golden("--signature", elsewhere).code == .done)
    #expect(golden("--signature", elsewhere, "--rows", "1001").code == .usage)
    #expect(golden("--signature", elsewhere, "--tolerance", "-1").code == .usage)
  }

  private static let description = """
    format       ONNX
    producer     registry
    size         1277 bytes
    labels       no, yes
    scored       yes

    INPUT  TYPE     COLUMNS  CATEGORIES
    age    float32        1           -
    job    str            1           4

    OUTPUT         TYPE
    label          str
    probabilities  float32

    STEPS
    Imputer
    Scaler
    LabelEncoder
    OneHotEncoder
    Reshape
    Concat
    LinearClassifier

    """

  @Test func `is inspected as a file, and as that of a version`() {
    #expect(
      place.run("inspect", model)
        == .init(
          code: .done, output: "file         DIR/artifacts/model.onnx\n" + Self.description))
    _ = place.run("register", "v1.0.0", "--artifacts", place.artifacts)
    #expect(
      place.run("inspect", "v1.0.0")
        == .init(
          code: .done, output: "file         DIR/registry/v1.0.0/model.onnx\n" + Self.description))
  }

  @Test func `is inspected for programs`() throws {
    let json = try #require(place.run("inspect", model, "--json").json)
    #expect(
      Set(json.keys) == [
        "path", "format", "producer", "bytes", "inputs", "outputs", "labels", "trees", "steps",
        "scorable", "obstacle",
      ])
    #expect(json["format"] as? String == "ONNX")
    #expect((json["inputs"] as? [[String: Any]])?.map { $0["name"] as? String } == ["age", "job"])
    #expect(json["scorable"] as? Bool == true && json["obstacle"] is NSNull)
  }

  @Test func `is inspected as far as it can be read`() throws {
    let other = try place.directory.write("model bytes", to: "model.bin")
    #expect(
      place.run("inspect", other)
        == .init(
          code: .usage,
          output: """
            file         DIR/model.bin
            format       unknown
            size         11 bytes
            scored       no: the model cannot be scored: 'DIR/model.bin' is none of: ONNX, scikit-learn, XGBoost, LightGBM

            """))
    #expect(place.run("inspect", place.directory.file("nowhere.onnx")).code == .notFound)
    #expect(place.run("inspect", place.directory.path).code == .usage)
  }

  @Test func `is exported for MLflow`() throws {
    _ = place.run("register", "v1.0.0", "--artifacts", place.artifacts)
    let copy = place.directory.file("served")
    let export = ["export", "v1.0.0", "--format", "mlflow", "--output", copy]
    #expect(
      place.run(export) == .init(code: .done, errors: "note: exported v1.0.0 to 'DIR/served'\n"))
    #expect(try place.directory.read("served/MLmodel").contains(#""name": "job""#))
    #expect(place.run(export).code == .alreadyExists)
    #expect(place.run("export", "v1.0.0", "--format", "mlflow").code == .usage)
    #expect(place.run("export", "v1.0.0", "--output", copy).code == .usage)
  }
}
