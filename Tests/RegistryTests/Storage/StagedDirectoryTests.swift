import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Registry

/// Clean-up comes between the calls of a maker: as often as it is told to.
private final class InterferingFileSystem: FileSystemWrapper {
  enum Moment: CaseIterable { case beforeOpen, beforeLock, lockedByOther }

  let real: any FileSystem = PosixFileSystem()
  let path: String
  let moment: Moment
  private let names = Mutex<[String]>([])
  private let remaining: Mutex<Int>

  init(path: String, moment: Moment, times: Int) {
    self.path = path
    self.moment = moment
    remaining = Mutex(times)
  }

  var made: [String] { names.withLock { $0 } }

  private func isDue() -> Bool {
    remaining.withLock { count in
      defer { count -= 1 }
      return count > 0
    }
  }

  func makeDirectory(_ name: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try real.makeDirectory(name, in: directory, mode: mode)
    names.withLock { $0.append(name) }
    if moment == .beforeOpen && isDue() { rmdir(path + "/" + name) }
  }

  func lockWithoutWaiting(_ descriptor: Int32) throws(Errno) {
    if moment == .beforeLock && isDue() { rmdir(path + "/" + (made.last ?? "")) }
    if moment == .lockedByOther && isDue() { throw Errno(code: EWOULDBLOCK) }
    try real.lockWithoutWaiting(descriptor)
  }
}

@Suite struct `A staged directory` {
  @Test(arguments: InterferingFileSystem.Moment.allCases)
  private func `is made anew when clean-up comes before its lock`(
    moment: InterferingFileSystem.Moment
  ) throws {
    let directory = try TemporaryDirectory()
    let interfering = InterferingFileSystem(path: directory.path, moment: moment, times: 2)
    let staging = try Directory.open(directory.path, fileSystem: interfering)
    let staged = try StagedDirectory("register-v1.0.0", in: staging)
    #expect(interfering.made.count == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [staged.name])
    // And it is the one that is locked.
    let other = try Directory.open(directory.path, fileSystem: PosixFileSystem())
    #expect(try other.lockedDirectory(staged.name) == nil)
  }

  @Test func `is given up when clean-up never leaves it`() throws {
    let directory = try TemporaryDirectory()
    let interfering = InterferingFileSystem(
      path: directory.path, moment: .lockedByOther, times: .max)
    let staging = try Directory.open(directory.path, fileSystem: interfering)
    #expect(throws: RegistryError.self) { try StagedDirectory("register-v1.0.0", in: staging) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
  }

  @Test func `is nobody's when its name means another directory by now`() throws {
    let directory = try TemporaryDirectory()
    let staging = try Directory.open(directory.path, fileSystem: PosixFileSystem())
    let staged = try StagedDirectory("register-v1.0.0", in: staging)
    try staging.rename(staged.name, to: "v1.0.0", in: staging)
    #expect(try staging.lockedDirectory(staged.name) == nil)
  }
}
