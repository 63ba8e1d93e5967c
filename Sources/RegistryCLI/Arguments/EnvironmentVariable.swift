/// A variable that a command looks at itself, beside those that stand in for its options.
struct EnvironmentVariable: Sendable {
  /// The name: `MODEL_VERSION`.
  let name: String
  /// One line for `--help`: lowercase start, no full stop.
  let help: String
}

extension [EnvironmentVariable] {
  /// What says which model is meant, where no reference is typed.
  static let modelReference = [
    EnvironmentVariable(
      name: "MODEL_VERSION", help: "the reference, when none is typed; empty for development"),
    EnvironmentVariable(
      name: "MODEL_PATH", help: "the development model (default: artifacts/model_v1.*)"),
    EnvironmentVariable(name: "METADATA_PATH", help: "its metadata (default: in artifacts/)"),
    EnvironmentVariable(name: "SIGNATURE_PATH", help: "its signature (default: in artifacts/)"),
  ]
}
