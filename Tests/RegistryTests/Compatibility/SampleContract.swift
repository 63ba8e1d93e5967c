import Testing

@testable import Registry

/// A contract of a hand-made signature.
struct SampleContract {
  let signature: ModelSignature
  var threshold: Double?
  var family: String?
  var format = "onnx"

  /// - Parameter members: The members of the signature file, without the braces.
  init(_ members: String) throws {
    let fields = try #require(JSONValue(parsing: Array("{\(members)}".utf8)).objectValue)
    signature = try ModelSignature(fields: fields, path: "model_signature.json")
  }

  var contract: ModelContract {
    ModelContract(signature: signature, threshold: threshold, family: family, format: format)
  }

  /// The signature of one input with these members.
  static func input(_ members: String) throws -> SampleContract {
    try SampleContract(#""inputs": [{"name": "x", \#(members)}]"#)
  }

  /// The signature of one output with these members.
  static func output(_ members: String) throws -> SampleContract {
    try SampleContract(#""outputs": [{"name": "y", \#(members)}]"#)
  }
}

extension SampleContract {
  func changes(
    to other: SampleContract, profile: CompatibilityPolicy.Profile = .standard
  ) -> [ContractChange] {
    Compatibility(from: contract, to: other.contract, under: CompatibilityPolicy(profile: profile))
      .changes
  }
}
