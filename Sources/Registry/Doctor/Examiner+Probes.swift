extension Examiner {
  /// Tries out, in a directory of its own, what the registry expects of the file system.
  mutating func probe() throws(RegistryError) {
    let subjects: [Examination.Subject] = [
      .replace, .exclusiveRename, .lock, .flush, .letterCase, .modes, .clock,
    ]
    let staging: Directory?
    if isRepairing {
      staging = try registry.staging()
    } else {
      staging = try registry.stagingIfThere()
    }
    guard let staging else {
      return skip(subjects, "nothing was ever written here")
    }
    let probe: DirectoryProbe
    do { probe = try DirectoryProbe(in: staging) } catch {
      return skip(subjects, error.message)
    }
    tryOut(probe)
    do { try probe.discard() } catch { note(.staging, error) }
  }

  mutating func skip(
    _ subjects: [Examination.Subject], _ why: String, remedy: String = "run it where it may write"
  ) {
    for subject in subjects {
      let name = subject.rawValue.split(separator: "_").joined(separator: " ")
      note(subject, .skipped, "\(name) not looked at: \(why)", remedy: remedy)
    }
  }

  private mutating func tryOut(_ probe: DirectoryProbe) {
    let local = "keep the registry on a local file system, such as ext4, xfs or btrfs"
    check(
      .replace, "a rename replaces a file in one step",
      or: "a rename does not replace a file in one step here", remedy: local,
      probe.renameReplaces)
    checkExclusiveRename(probe, remedy: local)
    check(
      .lock, "a lock keeps a second one out", or: "a lock does not keep a second one out here",
      remedy: local, probe.lockExcludes)
    check(
      .flush, "a directory can be flushed", or: "a directory cannot be flushed here",
      remedy: local, probe.directoryIsFlushed)
    check(
      .letterCase, "names that differ in case are two files",
      or: "names that differ in case alone are one file here",
      remedy: "do not use aliases that differ in case alone", probe.caseIsKept)
    check(
      .modes, "modes are kept",
      or: "modes are not kept here, which guard versions against accidents",
      remedy: "use a file system with Unix modes", probe.modesStick)
    checkClock(probe)
  }

  private mutating func check(
    _ subject: Examination.Subject, _ good: String, or bad: String, remedy: String,
    _ probe: () throws(RegistryError) -> Bool
  ) {
    do throws(RegistryError) {
      if try probe() {
        note(subject, .ok, good)
      } else {
        note(subject, .problem, bad, remedy: remedy)
      }
    } catch { note(subject, .problem, error.message, remedy: error.remedy ?? remedy) }
  }

  private mutating func checkExclusiveRename(_ probe: DirectoryProbe, remedy: String) {
    do throws(RegistryError) {
      switch try probe.exclusiveRenameRefuses() {
      case true?: note(.exclusiveRename, .ok, "an exclusive rename refuses a name that is taken")
      case false?:
        note(
          .exclusiveRename, .problem, "an exclusive rename does not keep a name that is taken",
          remedy: remedy)
      case nil:
        note(
          .exclusiveRename, .skipped, "there is no exclusive rename here: register takes the lock")
      }
    } catch { note(.exclusiveRename, error) }
  }

  private mutating func checkClock(_ probe: DirectoryProbe) {
    do throws(RegistryError) {
      let difference = try probe.clockDifference(to: now)
      guard difference.magnitude > DirectoryProbe.toleratedSeconds else {
        return note(.clock, .ok, "the clocks of system and file system agree")
      }
      note(
        .clock, .problem, "the clock of the file system is \(difference) s ahead of this system's",
        remedy: "set the clocks")
    } catch { note(.clock, error) }
  }
}
