package import Registry

extension FileSource {
  /// Opens a file, its errors turned into this module's.
  package static func opened(_ path: String) throws(LearnerError) -> any ByteSource {
    do throws(RegistryError) { return try FileSource(path: path) } catch { throw .registry(error) }
  }
}
