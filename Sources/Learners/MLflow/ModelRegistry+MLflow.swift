public import Registry

extension ModelRegistry {
  /// Copies a version to a new directory that MLflow loads: with an `MLmodel` file beside the model.
  ///
  /// `mlflow.pyfunc.load_model(path).predict(data_frame)` takes a data frame with a column for each input of
  /// the model, by name, and answers the outputs of the model by theirs. Needed are mlflow, onnx and
  /// onnxruntime, and nothing of the environment that made the model.
  ///
  /// - Parameters:
  ///   - reference: An alias, a version or a range.
  ///   - path: Where to; nothing may be there.
  /// - Throws: ``LearnerError/unfitForMLflow(path:reason:)`` unless it is an ONNX model with one input for
  ///   each column; ``LearnerError/brokenONNX(_:)``; ``LearnerError/registry(_:)`` with what keeps it from
  ///   being resolved or written.
  public func export(
    _ reference: ModelReference, toMLflow path: String
  ) throws(LearnerError) {
    let model = try LearnerError.fromRegistry { () throws(RegistryError) in try resolve(reference) }
    let bytes = try LearnerError.fromRegistry { () throws(RegistryError) in try model.readModel() }
    let file = try MLflowModel(bytes, of: model.modelPath)
    try LearnerError.fromRegistry { () throws(RegistryError) in
      try export(
        model, toDirectory: path, adding: [.init(MLflowModel.fileName, Array(file.text.utf8))])
    }
  }
}
