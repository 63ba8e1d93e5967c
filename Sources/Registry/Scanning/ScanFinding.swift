/// One thing in a file that is not clean, and where.
public struct ScanFinding: Sendable, Hashable {
  /// What it is.
  public let fact: Fact
  /// What it alone makes of the file.
  public let verdict: ScanVerdict
  /// The contents that lead to it, from the outside: `model.zip`, `data.pkl`; empty for the file itself.
  public let place: [String]
  /// The byte in that content, decompressed.
  public let offset: Int

  /// What can be found.
  public enum Fact: Sendable, Hashable {
    /// A class or function is imported, and perhaps called.
    case imports(String, isCalled: Bool)
    /// A name to import is not spelled in the file, but computed.
    case computedName
    /// What is called is no name, but computed.
    case computedCall
    /// A class that is not known is given a state, which it may handle as it likes (`__setstate__`).
    case setsState(of: String)
    /// The state of an object holds a method that Python itself would call.
    case setsMethod(String)
    /// A class, or an object with a state, is changed.
    case alters
    /// An object is only named: who loads the file decides what it is.
    case persistentObject
    /// A class is named by a number that programs give out.
    case extensionCode(Int)
    /// Arrays, or a whole model, are in other files.
    case otherFiles
    /// After the end there are bytes that are no pickle.
    case trailingBytes(Int)
    /// An archive has bytes that belong to none of its entries.
    case hiddenBytes
    /// A part cannot be read; the text says why.
    case unreadable(String)
    /// More contents are packed in each other than are looked at.
    case tooMuchToRead
    /// Nothing that is read here begins or continues like this.
    case unknownFormat
    /// It is a program.
    case program(String)
  }
}

extension ScanFinding {
  /// What was found, as one line without the place.
  public var message: String {
    switch fact {
    case .imports(let name, true): "imports and calls '\(name)'"
    case .imports(let name, false): "imports '\(name)'"
    case .computedName: "imports a name that is computed"
    case .computedCall: "calls what is computed"
    case .setsState(let name): "sets the state of '\(name)', which is not known"
    case .setsMethod(let name): "puts a method '\(name)' into an object"
    case .alters: "changes what is no new object"
    case .persistentObject: "refers to an object that the loader has to know"
    case .extensionCode(let code): "uses the class that is registered as number \(code)"
    case .otherFiles: "reads other files"
    case .trailingBytes(let count): "has \(counted(count, "byte")) behind its end"
    case .hiddenBytes: "has bytes that belong to none of its entries"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .tooMuchToRead: "packs more into each other than is looked at"
    case .unknownFormat: "is in no format that is known here"
    case .program(let kind): "holds a program: \(kind)"
    }
  }

  /// The message with where it was found.
  public var line: String {
    let inside = place.isEmpty ? "" : " in '\(place.joined(separator: " > "))'"
    return "\(message) (byte \(offset)\(inside))"
  }
}
