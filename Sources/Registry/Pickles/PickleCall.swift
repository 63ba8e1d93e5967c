/// An object that a pickle makes by calling something, and what it does to it afterwards.
package struct PickleCall: Sendable, Equatable {
  /// What is called; mostly a ``PickleNode/global(_:)``.
  package let callable: PickleReference
  /// A tuple, unless the file is strange.
  package let arguments: PickleReference
  /// A dictionary, where there are any.
  package let keywords: PickleReference?
  /// Whether the class is made with `__new__`, not called.
  package let isNew: Bool
  /// Where in the file it is called.
  package let offset: Int
  /// What the object's state is set to.
  package internal(set) var state: PickleReference?
  /// Whether a second state was set, which is not kept.
  package internal(set) var isAltered = false
  /// What is appended, or added, to the object.
  package internal(set) var items: [PickleReference] = []
  /// What is set by key in the object.
  package internal(set) var pairs: [PicklePair] = []
}
