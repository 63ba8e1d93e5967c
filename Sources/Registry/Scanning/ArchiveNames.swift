/// What the entries of an archive are for, told by the names that are beside them.
struct ArchiveNames {
  /// Where the pickle of a torch archive is: `model/`, say.
  private let torchRoots: Set<String>
  /// Whether it is a model of Keras, whose weights are in a file of their own.
  private let isKeras: Bool

  init(_ names: [String]) {
    torchRoots = Set(names.filter { $0.hasSuffix("data.pkl") }.map { String($0.dropLast(8)) })
    isKeras = names.contains("config.json")
  }

  /// Whether an entry names arrays that are beside it, and is loaded by what knows them.
  func isTorchPickle(_ name: String) -> Bool {
    torchRoots.contains { name == $0 + "data.pkl" || name == $0 + "constants.pkl" }
  }

  /// Whether what knows the archive reads an entry as numbers.
  func areNumbers(_ name: String) -> Bool {
    (isKeras && name == "model.weights.h5") || torchRoots.contains { name.hasPrefix($0 + "data/") }
  }

  /// Whether the first bytes of an entry are a mark of what other programs load: they go by these.
  static func areMarked(_ first: [UInt8]) -> Bool {
    first.starts(with: NpyHeader.magic) || CompressionKind.of(first) != nil
      || first.first == PickleOpcode.version.rawValue && first.dropFirst().first ?? .max <= 5
  }
}
