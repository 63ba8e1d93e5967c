import Registry

extension Command {
  static let resolve = Command(
    "resolve", in: .promoteAndResolve, summary: "print where the model is that a reference means",
    discussion: """
      The reference is an alias (champion), a version (v1.2.0) or a range (^1.2, ~1.2.0, latest); \
      without one it is MODEL_VERSION, and when that is unset or empty the development files in \
      artifacts/. Every file of the version is hashed first, unless its fingerprint shows that \
      nothing changed since that was done. What does not resolve is an error: \
      nothing ever falls back to another model.

        --print directory  the version's directory
        --print model      the model file
        --print env        lines for a shell to eval: MODEL_VERSION, MODEL_PATH, …
        --print json       all of it; the same as --json
      """,
    arguments: [.reference],
    options: [.version, .print, .noVerify] + Option.place + [.json],
    environment: .modelReference, exitCodes: [.notFound, .integrityFailure, .newerFormat],
    examples: [
      Example("registry resolve champion --print model", "prints the path of the champion's model")
    ]
  ) { invocation, console in
    let model = try ResolvedModel.resolve(
      invocation.referenceIfGiven(), in: invocation.registry(),
      verifies: !invocation.flag(.noVerify))
    let form = invocation.flag(.json) ? "json" : try invocation.string(.print)
    switch form {
    case "model": try console.writeLine(model.modelPath)
    case "env": try console.write(model.environmentLines)
    case "json": try console.write(model.json)
    default: try console.writeLine(model.directory)
    }
    return .done
  }
}

extension Option {
  fileprivate static let print = Option.value(
    "--print", "WHAT", .oneOf(["directory", "model", "env", "json"]), help: "what to print",
    default: .value("directory"))
  fileprivate static let noVerify = Option.flag(
    "--no-verify", help: "check seals and sizes, but do not hash the files")
}

extension ResolvedModel {
  private var facts: [(name: String, value: String)] {
    [
      ("MODEL_VERSION", version?.description ?? ""),
      ("MODEL_PATH", modelPath),
      ("METADATA_PATH", metadataPath),
      ("SIGNATURE_PATH", signaturePath),
    ]
  }

  fileprivate var environmentLines: String {
    facts.map { "\($0.name)=\(quotedForShell($0.value))\n" }.joined()
  }

  fileprivate var json: JSONValue {
    .object([
      "reference": .string(reference.description),
      "version": .optional(version?.description),
      "directory": .string(directory),
      "model_path": .string(modelPath),
      "metadata_path": .string(metadataPath),
      "signature_path": .string(signaturePath),
      "manifest_sha256": .optional(manifestDigest?.description),
    ])
  }
}

/// Text in single quotes, as every POSIX shell reads it.
func quotedForShell(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy {
    ($0 >= 0x30 && $0 <= 0x39) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a)
      || "/._-+:@%".utf8.contains($0)
  }
  if isPlain && !text.isEmpty { return text }
  let escaped = text.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''")
  return "'\(escaped)'"
}
