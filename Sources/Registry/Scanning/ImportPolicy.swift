/// What importing and calling a name makes of a file: clean where the name is on a list of what only makes
/// values, dangerous where it is on one of what runs programs or reaches them, and for a person
/// to look at otherwise.
enum ImportPolicy {
  static func verdict(of global: PickleGlobal) -> ScanVerdict {
    if ImportDenylist.has(module: global.module, name: global.name) { return .dangerous }
    return ImportAllowlist.has(module: global.module, name: global.name) ? .clean : .review
  }
}
