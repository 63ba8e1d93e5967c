/// Why a pickle cannot be read to its end.
package struct PickleFault: Error, Sendable, Equatable {
  /// The byte of the file where the instruction that cannot be followed begins.
  package let offset: Int
  package let reason: Reason

  package enum Reason: Sendable, Equatable {
    /// The file ends before the pickle does.
    case endsEarly
    /// No instruction has this number.
    case unknownInstruction(UInt8)
    /// An instruction needs a value, and none is there.
    case nothingOnStack
    /// An instruction needs a mark, and none is there.
    case noMark
    /// A value is asked for that was not put away before.
    case unknownMemo(Int)
    /// A text or a name is not written as Python writes one.
    case badText
    /// Keys and values are not as many.
    case keyWithoutValue
    /// The bytes of a value are in another file.
    case bufferElsewhere
    /// There are more values than any model has.
    case tooManyValues
    /// The array whose bytes follow cannot be measured, so what comes after it is unknown.
    case unreadableArray
    /// A frame goes on over the bytes of an array or the end of a pickle: programs would read
    /// different things.
    case brokenFrame
  }
}

extension PickleFault {
  /// What is wrong, without the place.
  package var message: String {
    switch reason {
    case .endsEarly: "it ends early"
    case .unknownInstruction(let byte): "no instruction has the number \(byte)"
    case .nothingOnStack: "an instruction lacks its value"
    case .noMark: "an instruction lacks its mark"
    case .unknownMemo(let index): "value \(index) is used before it is kept"
    case .badText: "a text is not as Python writes one"
    case .keyWithoutValue: "a key has no value"
    case .bufferElsewhere: "the bytes of a value are in another file"
    case .tooManyValues: "there are more values than any model has"
    case .unreadableArray: "the array that follows cannot be measured"
    case .brokenFrame: "a frame ends in another place than what it holds"
    }
  }
}
