/// A tensor and what a model calls it.
package struct NamedTensor: Sendable {
  package let name: String
  package let tensor: Tensor

  package init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

extension [NamedTensor] {
  /// The tensor of this name, compared byte for byte.
  package subscript(_ name: String) -> Tensor? {
    first { $0.name.utf8.elementsEqual(name.utf8) }?.tensor
  }
}
