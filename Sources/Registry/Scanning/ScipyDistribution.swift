/// The distributions of scipy, which a search over hyperparameters holds: setting the state of one runs a text
/// in it as a program.
///
/// Source: scipy 1.6 to 1.16, stats/_distn_infrastructure.py (`rv_generic`).
enum ScipyDistribution {
  /// Whether a name is the class of a distribution.
  static func has(_ global: PickleGlobal) -> Bool {
    let isFrozen =
      frozen.contains(global.name) && global.module == "scipy.stats._distn_infrastructure"
    let isPlain = global.name.utf8.allSatisfy(isNamePart)
    return isFrozen || modules.contains(global.module) && isPlain && global.name.hasSuffix("_gen")
  }

  /// Whether what an object is made with is what scipy writes: a state of names, and under the one of
  /// the program never anything but the one that scipy has.
  ///
  /// A dictionary may change after it was a state, and keeps all values here that it ever had.
  static func isPlain(_ call: PickleCall, in document: PickleDocument) -> Bool {
    guard let state = call.state else { return call.isNew }
    guard !call.isAltered, case .dictionary(let pairs) = document[state] else { return false }
    return pairs.allSatisfy { pair in
      guard let key = document.text(at: pair.key) else { return false }
      return key != "_parse_arg_template" || document.text(at: pair.value).map(isPlain) == true
    }
  }

  /// Whether a program only takes arguments apart: the one that scipy makes for the names in it.
  private static func isPlain(_ program: String) -> Bool {
    let start = "\ndef _parse_args(self, "
    guard program.hasPrefix(start), let end = program.firstIndex(of: ")") else { return false }
    let arguments = program[program.index(program.startIndex, offsetBy: start.count)..<end]
    return [(" loc=0, scale=1", "loc, scale"), (" loc=0", "loc, 1")].contains { taken, passed in
      guard arguments.hasSuffix(taken) else { return false }
      let names = String(arguments.dropLast(taken.count))
      let isNames = names.utf8.allSatisfy { isNamePart($0) || $0 == 0x20 || $0 == 0x2C }
      return isNames && program == text(of: names, taken: taken, passed: passed)
    }
  }

  private static func text(of names: String, taken: String, passed: String) -> String {
    """

    def _parse_args(self, \(names)\(taken)):
        return (\(names)), \(passed)

    def _parse_args_rvs(self, \(names)\(taken), size=None):
        return self._argcheck_rvs(\(names) \(passed), size=size)

    def _parse_args_stats(self, \(names)\(taken), moments='mv'):
        return (\(names)), \(passed), moments

    """
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == 0x5F || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static let modules: Set<String> = [
    "scipy.stats._continuous_distns", "scipy.stats._discrete_distns",
  ]
  private static let frozen: Set<String> = [
    "rv_frozen", "rv_continuous_frozen", "rv_discrete_frozen",
  ]
}
