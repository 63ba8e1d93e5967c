extension Journal {
  /// Whether a crash explains what follows the whole lines: there is nothing, or the beginning of
  /// the lines that were being written, with or without zeros where their rest was to be.
  ///
  /// - Parameter missing: The events that files commit and that have no line yet.
  /// - Returns: Whether it does; nothing else may stand there.
  func tailIsExplained(by missing: [JournalEntry]) -> Bool {
    guard !tail.isEmpty else { return true }
    let start = tail[..<(tail.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0)]
    let isZeroFilled = start.count < tail.count
    if let all = try? text(appending: missing), tail.count <= all.count {
      // Which of them was written first, the moments do not always tell.
      let isOne = missing.contains {
        (try? text(appending: [$0]))?.starts(with: start) == true
      }
      if isOne || all.starts(with: start) { return true }
    }
    // A line that no file tells of has no known length, but a least one.
    return isBeginningOfCommittingLine(start)
      && (!isZeroFilled || !start.isEmpty || tail.count >= Self.shortestLine)
  }

  /// Whether bytes begin a line that commits its event: such a line is told by no other file.
  private func isBeginningOfCommittingLine(_ start: ArraySlice<UInt8>) -> Bool {
    let opening = Array("{\"sequence\": \(entries.count + 1), \"time\": \"".utf8)
    guard start.count > opening.count else { return opening.starts(with: start) }
    guard start.starts(with: opening) else { return false }
    do throws(RegistryError) {
      // Whole but for its line break.
      let record = try RecordFile(Array(start), path: "")
      let follows = try record.digest("previous_sha256") == head
      let event = try JournalEntry(record).event
      return follows && event.isCommittedByLine
    } catch {
      guard case .invalidJSON(_, let fault) = error else { return false }
      // A character of several bytes may be cut as well.
      let isCut =
        fault.reason == .unexpectedEnd
        || (fault.reason == .invalidUTF8 && fault.offset + 4 > start.count)
      return isCut && !Self.namesOtherEvent(start)
    }
  }

  /// Whether a line that was cut short names an event that some file commits: then that file would
  /// tell of it.
  private static func namesOtherEvent(_ start: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: start, as: UTF8.self)
    return JournalEntry.Event.allCases.contains {
      !$0.isCommittedByLine && text.contains("\"event\": \"\($0.rawValue)\"")
    }
  }

  /// No line that follows another is shorter: a digest, a moment and the names of the fields.
  private static let shortestLine = 200
}
