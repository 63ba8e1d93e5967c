/// Which version of each operator set a model is written in.
struct ONNXOperatorSets: Sendable {
  /// The versions of the file format that are understood; older ones lay fields out differently.
  static let irVersions: ClosedRange<Int64> = 3...13

  private var versions: [ONNXDomain: Int64] = [:]

  init(_ model: ONNXModel) throws(LearnerError) {
    guard let irVersion = model.irVersion else { throw .brokenONNX(.missing("ir_version")) }
    guard Self.irVersions.contains(irVersion) else {
      throw .unsupportedONNX(.irVersion(irVersion))
    }
    for set in model.operatorSets {
      // A domain that is imported and never used does no harm; a node that uses it is refused.
      guard let domain = ONNXDomain(fileName: set.domain ?? "") else { continue }
      let version = set.version ?? 0
      guard domain.versions.contains(version) else {
        throw .unsupportedONNX(
          .operatorSet(domain.name, version: version, supported: domain.versions))
      }
      // skl2onnx lists a set twice at times; only two versions of it contradict each other.
      guard versions.updateValue(version, forKey: domain) ?? version == version else {
        throw .brokenONNX(.twice("operator sets", domain.name))
      }
    }
  }

  /// The domain that a node is of, and its version.
  func resolve(_ name: String) throws(LearnerError) -> (domain: ONNXDomain, version: Int64) {
    guard let domain = ONNXDomain(fileName: name) else { throw .unsupportedONNX(.domain(name)) }
    guard let version = versions[domain] else {
      throw .brokenONNX(.domainNotImported(domain.name))
    }
    return (domain, version)
  }
}
