extension ModelVersion: Comparable {
  /// Precedence of Semantic Versioning 2.0.0, section 11: `v1.9.0 < v1.10.0-rc.1 < v1.10.0`.
  public static func < (left: ModelVersion, right: ModelVersion) -> Bool {
    if left.major != right.major { return left.major < right.major }
    if left.minor != right.minor { return left.minor < right.minor }
    if left.patch != right.patch { return left.patch < right.patch }
    guard left.isPrerelease && right.isPrerelease else {
      return left.isPrerelease && !right.isPrerelease
    }
    return left.prerelease.lexicographicallyPrecedes(right.prerelease)
  }
}

extension ModelVersion.Identifier: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}
