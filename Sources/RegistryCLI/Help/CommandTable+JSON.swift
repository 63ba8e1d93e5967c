import Registry

extension CommandTable {
  /// The whole table for programs: what `registry help --json` prints.
  var json: JSONValue {
    .object([
      "version": .string(ReleaseVersion.current),
      "exit_codes": .array(ExitCode.allCases.map(\.json)),
      "commands": .array(commands.map(\.json)),
    ])
  }
}

extension Command {
  /// One command for programs: what `registry help COMMAND --json` prints.
  var json: JSONValue {
    .object([
      "name": .string(name),
      "summary": .string(summary),
      "discussion": .string(discussion),
      "arguments": .array(arguments.map(\.json)),
      "options": .array(options.map(\.json)),
      "environment": .array(
        environment.map { .object(["name": .string($0.name), "help": .string($0.help)]) }),
      "exit_codes": .array(exitCodes.map(\.json)),
      "examples": .array(
        examples.map { .object(["line": .string($0.line), "meaning": .string($0.meaning)]) }),
    ])
  }
}

extension Argument {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "help": .string(help), "optional": .bool(isOptional),
      "repeating": .bool(isRepeating),
    ])
  }
}

extension Option {
  fileprivate var json: JSONValue {
    var allowed: JSONValue = .null
    if case .oneOf(let words)? = value?.kind { allowed = .array(words.map(JSONValue.string)) }
    return .object([
      "names": .array(spellings.map(JSONValue.string)),
      "help": .string(help),
      "value": .optional(value?.placeholder),
      "allowed": allowed,
      "default": .optional(value?.defaultValue?.text),
      "environment": .optional(value?.environment),
      "required": .bool(value?.isRequired ?? false),
      "repeatable": .bool(value?.isRepeatable ?? false),
    ])
  }
}

extension ExitCode {
  fileprivate var json: JSONValue {
    .object(["code": .integer(Int(rawValue)), "meaning": .string(summary)])
  }
}
