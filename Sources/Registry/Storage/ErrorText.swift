internal import Glibc

/// What the C library says of an errno value.
package func errorText(_ code: Int32) -> String {
  // strerror shares one static buffer between threads; the reentrant form fills ours.
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
    guard let start = buffer.baseAddress, strerror_r(code, start, buffer.count) == 0 else {
      return "error \(code)"
    }
    return String(cString: start)
  }
}

extension RegistryError {
  /// What a person can do about an errno value, where there is something.
  static func remedy(forErrno code: Int32) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "make room on that disk and do it again"
    case EACCES, EPERM: "check who may read and write there"
    case EFBIG: "the file-size limit of this process is in the way: raise it (ulimit -f)"
    case EROFS: "the file system is mounted read-only"
    case EMFILE, ENFILE: "too many files are open: raise the limit (ulimit -n)"
    case ENOTDIR: "a file stands where a directory is needed"
    default: nil
    }
  }
}
