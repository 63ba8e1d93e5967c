import Learners
import Registry

/// The files of `Tests/Fixtures/ONNX`, which `make_fixtures.py` there made with Python.
enum ONNXFixtures: String, CaseIterable, Sendable {
  case logisticWithZipMap = "sklearn_logistic_zipmap"
  case forest = "sklearn_forest"
  case threeClasses = "three_classes"
  /// What `registry train` of release 0.1.0 wrote: a LinearClassifier.
  case earlierRelease = "registry_linear_classifier"

  func bytes(here: String = #filePath) throws -> [UInt8] {
    let tests = here.split(separator: "/").dropLast(3).joined(separator: "/")
    let source = try FileSource(path: "/\(tests)/Fixtures/ONNX/\(rawValue).onnx")
    var bytes: [UInt8] = []
    while try source.read(upTo: 1 << 16, into: &bytes) > 0 {}
    return bytes
  }

  func model() throws -> ONNXModel { try ONNXModel.decode(try bytes()) }
}

extension Tensor {
  var floats: [Float] { if case .floats(let floats) = elements { floats } else { [] } }

  var int64s: [Int64] { if case .int64s(let int64s) = elements { int64s } else { [] } }

  var texts: [String] {
    guard case .strings(let codes, let levels) = elements else { return [] }
    return codes.map { $0 < 0 ? "" : levels[Int($0)] }
  }
}
