/// One value that a pickle describes.
package enum PickleNode: Sendable, Equatable {
  case none
  case bool(Bool)
  case integer(Int64)
  /// A number that no `Int64` holds, or that is written in an unusual way: where the file has it.
  case otherNumber(Range<Int>)
  case float(Double)
  case text(String)
  /// Where the file has the bytes; of `bytes` and `bytearray`.
  case bytes(Range<Int>)
  case list([PickleReference])
  case tuple([PickleReference])
  /// A `set` or `frozenset`.
  case set([PickleReference])
  /// In the order in which they were set: of two equal keys the later one counts.
  case dictionary([PicklePair])
  /// What a module calls by a name: a class or function.
  indirect case global(PickleGlobal)
  /// The same where module or name is no text that the file spells.
  indirect case computedGlobal(module: PickleReference, name: PickleReference, offset: Int)
  /// What calling something gave.
  indirect case call(PickleCall)
  /// An array whose bytes follow the object that stands for it: joblib writes so.
  indirect case array(NumpyArray)
  /// An object that the file only names, for who loads it to find.
  case persistent(PickleReference, offset: Int)
  /// A class or function that a process registered under a number.
  case extensionCode(Int, offset: Int)
}

/// A key and its value.
package struct PicklePair: Sendable, Equatable {
  package let key: PickleReference
  package let value: PickleReference
}
