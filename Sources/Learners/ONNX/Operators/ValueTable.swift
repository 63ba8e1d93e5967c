/// A table from keys to values, of which the first of two equal keys holds.
///
/// Text is compared byte for byte; what is not a number is one key.
struct ValueTable: Sendable {
  private enum Places: Sendable {
    case texts([UTF8Key: Int])
    case integers([Int64: Int])
    case numbers([Double: Int], notANumber: Int?)
  }

  private let places: Places
  /// One for each key, and the one for what is no key.
  private let values: Tensor.Elements

  var valueType: ElementType { values.type }
  let keyType: ElementType

  /// - Parameters:
  ///   - keys: Texts, whole numbers, floats or doubles.
  ///   - values: As many, and one more for what is no key.
  ///   - findsNaN: Whether what is not a number is a key where it is among the keys.
  init(keys: Tensor.Elements, values: Tensor.Elements, findsNaN: Bool = true) {
    self.values = values
    keyType = keys.type
    switch keys {
    case .strings(let codes, let levels):
      let texts = codes.map { UTF8Key($0 < 0 ? "" : levels[Int($0)]) }
      places = .texts(Dictionary(zip(texts, texts.indices)) { first, _ in first })
    case .int64s(let integers):
      places = .integers(Dictionary(zip(integers, integers.indices)) { first, _ in first })
    case .floats(let floats): places = Self.numbers(floats.map(Double.init), findsNaN)
    case .doubles(let doubles): places = Self.numbers(doubles, findsNaN)
    case .bools(let bools): places = Self.numbers(bools.map { $0 ? 1 : 0 }, findsNaN)
    }
  }

  private static func numbers(_ numbers: [Double], _ findsNaN: Bool) -> Places {
    let pairs = zip(numbers, numbers.indices).filter { !$0.0.isNaN }
    return .numbers(
      Dictionary(pairs) { first, _ in first },
      notANumber: findsNaN ? numbers.firstIndex(where: \.isNaN) : nil)
  }

  /// The value of each element, which is of the type of the keys.
  func values(of input: Tensor, node: String) throws(LearnerError) -> Tensor.Elements {
    let other = values.count - 1
    switch (places, input.elements) {
    case (.texts(let places), .strings(let codes, let levels)):
      let missing = places[UTF8Key("")] ?? other
      if codes.count < levels.count {
        return values.picked(
          codes.map { $0 < 0 ? missing : places[UTF8Key(levels[Int($0)])] ?? other })
      }
      let numbers = levels.map { places[UTF8Key($0)] ?? other }
      return values.picked(codes.map { $0 < 0 ? missing : numbers[Int($0)] })
    case (.integers(let places), .int64s(let integers)):
      return values.picked(integers.map { places[$0] ?? other })
    case (.numbers(let places, let notANumber), _):
      return values.picked(
        try input.doubles(node: node).map { ($0.isNaN ? notANumber : places[$0]) ?? other })
    default: throw input.typeError(node: node)
    }
  }
}
