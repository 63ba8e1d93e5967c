extension RunRecord {
  /// Every field of `run.json`, as it is written.
  public var fields: JSONObject {
    var fields = facts
    fields["parameters"] = .object(parameters)
    fields["metrics"] = .object(metrics.fields)
    var curves = JSONObject()
    for curve in self.curves { curves[curve.name] = .array(curve.values.map(JSONValue.double)) }
    fields["curves"] = .object(curves)
    return fields
  }

  /// The fields but parameters, metrics and curves; null where something is not known.
  package var facts: JSONObject {
    [
      "schema_version": .integer(Self.schemaVersion),
      "run_id": .string(id.description),
      "status": .string(status.rawValue),
      "error": .optional(error),
      "created_at": .string(createdAt.description),
      "duration_seconds": .double(durationSeconds),
      "name": .optional(name),
      "host": .optional(host),
      "user": .optional(user),
      "code_version": .optional(codeVersion),
      "libs_versions": .object(["registry": .optional(release)]),
      "data_file": .optional(dataFile),
      "data_sha256": .optional(dataSHA256?.description),
      "seed": seed.map { .number(JSONNumber($0)) } ?? .null,
      "model_family": .optional(modelFamily),
      "parent": .optional(parent?.description),
      "resource": resource.map(JSONValue.double) ?? .null,
      "tags": .array(tags.map(JSONValue.string)),
      "notes": .string(notes),
    ]
  }
}
