internal import Registry

/// The cells of one input while JSON values are read.
struct InputColumn {
  private let input: ScoringInput
  private var numbers: [Double] = []
  private var codes: [Int32] = []
  private var levels: [String] = []
  private var codeOfLevel: [[UInt8]: Int32] = [:]

  init(_ input: ScoringInput) { self.input = input }

  /// Takes a value, `nil` when the row has none; `false` when the input does not take it.
  mutating func append(_ value: JSONValue?) -> Bool {
    switch (value, input.type) {
    case (nil, _): input.mayBeAbsent && appendMissing()
    case (.null?, _): input.isNullable && appendMissing()
    case (.string(let text)?, .categorical): append(text)
    case (.bool(let truth)?, .boolean): append(truth ? 1 : 0)
    case (.number(let number)?, .integer), (.number(let number)?, .real),
      (.number(let number)?, .boolean):
      append(number.double ?? .infinity)
    default: false
    }
  }

  private mutating func appendMissing() -> Bool {
    if input.type == .categorical { codes.append(-1) } else { numbers.append(.nan) }
    return true
  }

  private mutating func append(_ number: Double) -> Bool {
    guard input.accepts(number) else { return false }
    numbers.append(number)
    return true
  }

  private mutating func append(_ text: String) -> Bool {
    // An empty text is a missing value, as it is in CSV.
    if text.isEmpty { return input.isNullable && appendMissing() }
    let key = Array(text.utf8)
    if let known = codeOfLevel[key] {
      codes.append(known)
      return true
    }
    guard input.accepts(text) else { return false }
    let code = Int32(levels.count)
    codeOfLevel[key] = code
    levels.append(text)
    codes.append(code)
    return true
  }

  /// The column of all values taken.
  var column: Column {
    let values: Column.Values =
      input.type == .categorical ? .categories(codes: codes, levels: levels) : .numbers(numbers)
    return Column(name: input.name, type: input.type, values: values)
  }
}
