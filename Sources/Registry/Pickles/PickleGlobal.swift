/// A class or function by the name that a pickle imports it with.
package struct PickleGlobal: Sendable, Equatable {
  /// As the file spells it: `sklearn.tree._tree`.
  package let module: String
  /// As the file spells it: `Tree`.
  package let name: String
  /// Where in the file it is imported.
  package let offset: Int

  /// `module.name`, for messages.
  package var fullName: String { "\(module).\(name)" }

  /// The same, cut where no module has a name as long.
  var shownName: String {
    String(String.UnicodeScalarView(fullName.unicodeScalars.prefix(160)))
  }
}
