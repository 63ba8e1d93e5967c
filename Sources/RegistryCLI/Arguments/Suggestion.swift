/// The name that was probably meant, or `nil` when none is close enough.
///
/// Close is an edit distance of at most a third of the typed letters, and at least 1; a beginning of
/// three letters or more (`--reg`) counts as one edit. The first of the closest wins.
func suggestion(for typed: String, among names: [String]) -> String? {
  let letters = typed.drop { $0 == "-" }
  let limit = max(1, letters.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let target = name.drop { $0 == "-" }
    let isBeginning = letters.count >= 3 && target.hasPrefix(letters)
    let distance =
      isBeginning ? min(1, target.count - letters.count) : editDistance(letters, target)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// How many letters must be inserted, dropped, changed or swapped with their neighbour.
///
/// The restricted Damerau–Levenshtein distance ("optimal string alignment"): no letter is edited
/// twice.
///
/// - Complexity: O(*n* · *m*) time, O(*m*) space, after cutting both to 64 letters: no name is longer.
///
/// Source: Boytsov (2011), *Indexing methods for approximate dictionary searching*, ACM JEA 16.
func editDistance(_ first: some StringProtocol, _ second: some StringProtocol) -> Int {
  let first = Array(first.prefix(64))
  let second = Array(second.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let isSame = first[row] == second[column]
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}
