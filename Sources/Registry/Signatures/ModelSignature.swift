/// What a model takes and gives: named inputs and outputs, in order, with what is stated of each.
///
/// A signature is a contract with callers. What it does not state is unknown, which is not the same as
/// false: a plain one has names and types only.
public struct ModelSignature: Sendable, Equatable {
  /// The inputs, in the order of the file.
  public let inputs: [Input]
  /// The outputs, in the order of the file.
  public let outputs: [Output]
  /// Every field of the file, those that this library does not know among them.
  public let fields: JSONObject

  /// Reads a signature file's fields.
  ///
  /// `inputs` tells more of what `input_schema` names; where both are there they must agree, and one
  /// of them is enough. The same holds for `outputs` and `output_schema`.
  ///
  /// - Parameters:
  ///   - fields: The members of the file's object.
  ///   - path: The file, for messages.
  /// - Throws: ``RegistryError/invalidField(path:field:expected:)``, which names the member:
  ///   `inputs[2].required`. Members that are not known are passed over.
  public init(fields: JSONObject, path: String) throws(RegistryError) {
    let reader = SignatureReader(fields: fields, path: path)
    self.fields = fields
    inputs = try reader.inputs()
    outputs = try reader.outputs()
  }
}
