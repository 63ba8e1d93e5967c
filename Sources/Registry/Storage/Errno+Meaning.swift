internal import Glibc

extension Errno {
  /// The name is taken.
  var meansTaken: Bool { code == EEXIST || code == ENOTEMPTY }
  /// The file system or the kernel does not have the call.
  var meansUnsupported: Bool { code == EINVAL || code == ENOSYS || code == ENOTSUP }
}

extension RegistryError {
  /// Whether what is on the disk is wrong, and not just impossible to read at the moment.
  var meansDamage: Bool { exitCode != .couldNotRun }

  /// Whether a directory is one in which this process cannot have made anything.
  var meansNotWritable: Bool {
    guard case .fileCallFailed(_, _, let code) = self else { return false }
    return code == EACCES || code == EPERM || code == EROFS || code == EINVAL
  }

  /// Whether a path was to be opened as a directory and is something else.
  var meansNotADirectory: Bool {
    if case .fileCallFailed(_, _, ENOTDIR) = self { true } else { false }
  }
}
