/// Follows the instructions of a pickle and writes down what they describe.
///
/// A pickle is a program for a small machine with a stack, a memo of values to use again, and marks
/// that say from where on the stack a list or tuple begins. Python's machine imports and calls what the
/// program names; this one keeps the names.
///
/// joblib puts the bytes of arrays between the instructions, where a loader other than its own would
/// go on with instructions: ``Layout`` says who is followed.
///
/// Sources: CPython, Lib/pickle.py and Modules/_pickle.c; joblib, numpy_pickle.py.
struct PickleMachine {
  /// Who reads the file, as far as arrays of joblib go.
  enum Layout {
    /// `joblib.load`, which takes the bytes of arrays, and the pickles of those that hold objects, for what
    /// they are.
    case joblib
    /// A program that takes bytes of arrays for instructions.
    case bytesAsInstructions
    /// `pickle.load`, which takes bytes and pickles of arrays for instructions of the one pickle.
    case plain
  }

  /// What has been made; also of a pickle that breaks off.
  var document: PickleDocument
  var cursor: PickleCursor
  var layout: Layout
  private(set) var stack: [PickleReference] = []
  private(set) var marks: [Int] = []
  private var memo: [Int: PickleReference] = [:]
  /// Numbers of the memo that no `Int` holds, each with a negative one that stands for it.
  private var farNumbers: [String: Int] = [:]
  /// How many instructions were followed.
  private var stepCount = 0
  /// Whether a value was taken off the stack, or put away.
  private var hasUsedValues = false
  /// Where the frame ends that was announced last.
  private var frameEnd = 0
  /// What waits while the pickle inside an array of objects is read; that one holds no other.
  private var waiting: Waiting?
  /// Whether bytes of arrays were passed over, which `pickle.load` would have followed.
  var hasPassedBytes = false
  /// Whether there were arrays that hold objects.
  private(set) var hasObjectArrays = false

  /// The pickle around the one that is read.
  private struct Waiting {
    let stack: [PickleReference]
    let marks: [Int]
    let memo: [Int: PickleReference]
    let layout: Layout
  }

  init(_ content: [UInt8], at offset: Int = 0, as layout: Layout = .joblib) {
    document = PickleDocument(unread: content)
    cursor = PickleCursor(content, at: offset)
    self.layout = layout
  }

  /// Reads on to the end of the pickle, whose value is then the document's root.
  mutating func run() throws(PickleFault) {
    while true {
      let opcode = try cursor.opcode()
      guard opcode == .stop else {
        try follow(opcode)
        stepCount += 1
        continue
      }
      let result = try pop()
      document.end = cursor.position
      guard let outer = waiting else {
        document.root = result
        return
      }
      // The loader reads whole frames: where one is left over, it goes on behind it.
      try checkFrameEnd()
      (stack, marks, memo, layout) = (outer.stack, outer.marks, outer.memo, outer.layout)
      waiting = nil
      try push(result)
    }
  }

  /// Whether so much could be followed that this is no accident: hardly a text is a program of three
  /// instructions of which one uses what another made.
  var hasWorked: Bool { stepCount >= 3 && hasUsedValues }

  /// Has the pickle read next that stands for an array of objects. Its loader is `pickle.load`.
  mutating func enterObjects() {
    hasObjectArrays = true
    waiting = Waiting(stack: stack, marks: marks, memo: memo, layout: layout)
    (stack, marks, memo, layout) = ([], [], [:], .plain)
  }

  // MARK: Frames

  /// A frame is only a hint how much to read at once, but joblib reads arrays from behind it.
  mutating func beginFrame() throws(PickleFault) {
    let length = try cursor.unsigned(8)
    let end = UInt64(cursor.position).addingReportingOverflow(length)
    frameEnd = end.overflow ? Int.max : Int(clamping: end.partialValue)
  }

  func checkFrameEnd() throws(PickleFault) {
    guard frameEnd <= cursor.position else { throw cursor.fault(.brokenFrame) }
  }

  // MARK: Stack

  mutating func push(_ reference: PickleReference) throws(PickleFault) {
    try checkRoom()
    stack.append(reference)
  }

  /// Values that are named again and marks make no nodes, but take memory, too.
  private func checkRoom() throws(PickleFault) {
    guard stack.count + marks.count < PickleDocument.maximumNodes else {
      throw cursor.fault(.tooManyValues)
    }
  }

  /// Makes a node and pushes it.
  mutating func push(_ node: PickleNode) throws(PickleFault) { try push(make(node)) }

  mutating func make(_ node: PickleNode) throws(PickleFault) -> PickleReference {
    guard document.nodes.count < PickleDocument.maximumNodes else {
      throw cursor.fault(.tooManyValues)
    }
    document.nodes.append(node)
    return PickleReference(document.nodes.count - 1)
  }

  mutating func pop() throws(PickleFault) -> PickleReference {
    guard stack.count > marks.last ?? 0, let top = stack.popLast() else {
      throw cursor.fault(.nothingOnStack)
    }
    hasUsedValues = true
    return top
  }

  func top() throws(PickleFault) -> PickleReference {
    guard stack.count > marks.last ?? 0, let top = stack.last else {
      throw cursor.fault(.nothingOnStack)
    }
    return top
  }

  mutating func mark() throws(PickleFault) {
    try checkRoom()
    marks.append(stack.count)
  }

  /// Takes off the stack what was pushed since the last mark, and the mark.
  mutating func popToMark() throws(PickleFault) -> [PickleReference] {
    guard let mark = marks.popLast() else { throw cursor.fault(.noMark) }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  /// Takes one value off, or a mark where nothing was pushed since.
  mutating func popOrUnmark() throws(PickleFault) {
    if marks.last == stack.count { marks.removeLast() } else { _ = try pop() }
  }

  // MARK: Memo

  mutating func keep(as index: Int?) throws(PickleFault) {
    memo[index ?? memo.count] = try top()
    hasUsedValues = true
  }

  mutating func recall(_ index: Int) throws(PickleFault) {
    guard let reference = memo[index] else { throw cursor.fault(.unknownMemo(index)) }
    try push(reference)
  }

  /// What stands for a number that no `Int` holds.
  mutating func farNumber(_ digits: String) -> Int {
    let number = farNumbers[digits] ?? -1 - farNumbers.count
    farNumbers[digits] = number
    return number
  }
}
