/// What a model file itself says that it takes and gives.
public struct ModelPorts: Sendable, Equatable {
  /// What it takes, in its order.
  public let inputs: [Port]
  /// What it gives, in its order.
  public let outputs: [Port]

  /// One input or output.
  public struct Port: Sendable, Equatable {
    /// The name in the model file.
    public let name: String
    /// What it holds.
    public let kind: Kind
    /// How many columns it has; `nil` when the model does not say.
    public let width: Int?

    /// A port of this name and kind.
    public init(name: String, kind: Kind, width: Int? = nil) {
      self.name = name
      self.kind = kind
      self.width = width
    }
  }

  /// What a port holds.
  public enum Kind: String, Sendable, CaseIterable {
    /// Numbers of any width, truth values among them.
    case number
    /// Text.
    case text
    /// Anything else, such as a map.
    case other
  }

  /// These inputs and outputs.
  public init(inputs: [Port], outputs: [Port]) {
    self.inputs = inputs
    self.outputs = outputs
  }
}

/// What looking into a model file gave.
public enum ModelInspection: Sendable, Equatable {
  /// What the model takes and gives.
  case ports(ModelPorts)
  /// Why the file is no model.
  case unreadable(reason: String)
}

/// Looks into the bytes of an ONNX file, for ``ModelRegistry/init(at:hasher:inspector:)``.
///
/// `Learners.ModelPorts.inspect(onnx:)` is one. Without one, what a model file says is unknown.
public typealias ModelInspector = @Sendable (_ onnx: [UInt8]) -> ModelInspection
