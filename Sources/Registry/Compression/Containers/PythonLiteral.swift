/// A value written as Python writes it: what the header of a `.npy` file is made of.
package indirect enum PythonLiteral: Sendable, Equatable {
  case none
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case tuple([PythonLiteral])
  case list([PythonLiteral])
  /// Keys may be any value; none comes twice.
  case dictionary([Item])

  /// A key with its value.
  package struct Item: Sendable, Equatable {
    package let key: PythonLiteral
    package let value: PythonLiteral
  }
}
