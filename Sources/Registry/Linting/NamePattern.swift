/// A name in which `*` stands for any text, as `blocked_features` writes them.
package struct NamePattern: Sendable {
  let text: String

  package init(_ text: String) { self.text = text }

  /// Whether a name is one of those that are meant, letter for letter.
  ///
  /// - Complexity: O(*n* · *m*) at worst: a star that took too little takes one byte more.
  package func matches(_ name: String) -> Bool {
    let (pattern, name) = (Array(text.utf8), Array(name.utf8))
    var (place, position) = (0, 0)
    var star: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == name[position] {
        place += 1
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        (place, position) = (last.place + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
