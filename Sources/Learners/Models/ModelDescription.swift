public import Registry

/// What a model file says of itself, whether or not it can be scored here.
public struct ModelDescription: Sendable, Equatable {
  /// What the file is; `nil` when it is of no known format.
  public let format: ModelFormat?
  /// How large the file is.
  public let byteCount: Int
  /// What wrote it; `nil` when it does not say.
  public internal(set) var producer: Producer?
  /// What the model takes, in its order.
  public internal(set) var inputs: [Input] = []
  /// What the model gives, in its order.
  public internal(set) var outputs: [Output] = []
  /// The labels that it tells apart, in its order; none where it predicts numbers or does not say.
  public internal(set) var labels: [String] = []
  /// What it does, in order: operators of a graph, or the steps of a pipeline with what is in them.
  public internal(set) var steps: [Step] = []
  /// How large its trees are; `nil` where there are none.
  public internal(set) var trees: TreeCounts?
  /// Why it cannot be scored here; `nil` when it can.
  public internal(set) var obstacle: LearnerError?

  /// The library that wrote a model.
  public struct Producer: Sendable, Equatable {
    /// Its name, as the file spells it.
    public let name: String
    /// Its version; `nil` when the file does not say.
    public let version: String?

    init(_ name: String, version: String? = nil) {
      self.name = name
      self.version = version
    }
  }

  /// One thing that a model takes.
  public struct Input: Sendable, Equatable {
    /// Its name; `nil` where the model knows it by its place only.
    public let name: String?
    /// What it holds, as numpy names it: `float32`, `str`; `nil` when the file does not say.
    public let type: String?
    /// How many columns it takes side by side; `nil` when the file does not say.
    public let width: Int?
    /// How many categories the model tells apart in it; `nil` where it holds none.
    public internal(set) var categoryCount: Int?

    init(_ name: String?, type: String? = nil, width: Int? = 1, categoryCount: Int? = nil) {
      self.name = name
      self.type = type
      self.width = width
      self.categoryCount = categoryCount
    }
  }

  /// One thing that a model gives.
  public struct Output: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What it holds, as numpy names it; `nil` when the file does not say.
    public let type: String?

    init(_ name: String, type: String? = nil) {
      self.name = name
      self.type = type
    }
  }

  /// One step of a model.
  public struct Step: Sendable, Equatable {
    /// The operator, or the class of the estimator: `Imputer`, `RandomForestClassifier`.
    public let name: String
    /// What tells it from others of its name, as one line; `nil` when there is nothing to say.
    public let detail: String?
    /// How often it is there, one after the other or not.
    public internal(set) var count: Int
    /// Why it cannot be scored here; `nil` when it can.
    public let obstacle: String?
    /// The steps that it is made of.
    public let children: [Step]

    init(
      _ name: String, detail: String? = nil, count: Int = 1, obstacle: String? = nil,
      children: [Step] = []
    ) {
      self.name = name
      self.detail = detail
      self.count = count
      self.obstacle = obstacle
      self.children = children
    }
  }

  /// Looks into a model file that nothing else is known of; see ``init(_:path:)``.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when the file cannot be read.
  public init(file path: String) throws(LearnerError) {
    self.init(
      try LearnerError.fromRegistry { () throws(RegistryError) in
        try ResolvedModel.modelBytes(at: path)
      }, path: path)
  }

  /// Looks into the model of a version; see ``init(_:path:)``. Labels that the file does not name are
  /// those of the metadata, and where metadata or signature keep it from being scored, that is
  /// ``obstacle``.
  ///
  /// - Throws: ``LearnerError/registry(_:)`` when the file is not what was registered.
  public init(of model: ResolvedModel) throws(LearnerError) {
    self.init(
      try LearnerError.fromRegistry { () throws(RegistryError) in try model.readModel() },
      path: model.modelPath)
    guard obstacle == nil else { return }
    do throws(LearnerError) {
      let predictor = try Predictor(model)
      if labels.isEmpty { labels = predictor.classes }
    } catch { obstacle = error }
  }

  /// Looks into a model file of any format, as far as it can be read.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - path: What to call it in ``obstacle``.
  /// - Complexity: About twice what it takes to prepare the model for scoring.
  public init(_ bytes: [UInt8], path: String) {
    format = ModelFormat.format(of: bytes)
    byteCount = bytes.count
    do throws(LearnerError) { try describe(bytes) } catch { obstacle = error }
    do throws(LearnerError) {
      take(try ScoringModel(bytes, path: path))
    } catch { obstacle = error }
  }

  /// Asks the reader of the format. What it has filled in before it throws is kept.
  private mutating func describe(_ bytes: [UInt8]) throws(LearnerError) {
    switch format {
    case .onnx: try describe(onnx: bytes)
    case .scikitLearn: try describe(scikitLearn: bytes)
    case .xgboost: try describe(xgboost: bytes)
    case .lightGBM: try describe(lightGBM: bytes)
    case nil: break
    }
  }

  /// Fills in from a model that can be scored what its file does not say in words.
  private mutating func take(_ model: ScoringModel) {
    if inputs.isEmpty {
      inputs = model.features.map { feature in
        Input(feature.name, type: feature.input.map { model.graph.inputs[$0].type.name })
      }
    }
    if outputs.isEmpty {
      outputs = model.graph.outputs.map { Output($0.name, type: $0.type.name) }
    }
    if labels.isEmpty, case .probabilities(_, let stated?) = model.answer { labels = stated.texts }
  }
}
