import Foundation
import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite struct `registry export and import` {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.register("v1.0.0", "v1.1.0")
  }

  @Test(arguments: ["copy", "copy.tar"])
  func `make a registry of a copy`(name: String) {
    let copy = place.directory.file(name)
    #expect(
      place.run("export", copy)
        == .init(code: .done, errors: "note: exported 'DIR/registry' to 'DIR/\(name)'\n"))
    #expect(
      place.run("import", copy, "-r", place.directory.file("new"))
        == .init(code: .done, output: "imported 2 versions to 'DIR/new': all as registered\n"))
    #expect(place.run("verify", "-r", place.directory.file("new")).code == .done)
    #expect(place.run("export", copy).code == .alreadyExists)
    #expect(place.run("import", copy).code == .alreadyExists)
  }

  @Test func `say what is wrong with an archive`() throws {
    let path = try place.directory.write("no archive", to: "x.tar")
    #expect(
      place.run("import", path, "-r", place.directory.file("new"))
        == .init(
          code: .integrityFailure,
          errors: """
            error: 'DIR/x.tar' cannot be imported: it is cut short
              fix: copy or export it again: nothing was imported

            """))
  }

  @Test(.enabled(if: ShellCommand("tar --version").output.contains("GNU tar"), "needs GNU tar"))
  func `understand GNU tar, and are understood by it, through pipes`() {
    let script = ShellCommand(
      bash: """
        set -euo pipefail; cd "$(mktemp -d)"; source=\(place.registry)
        $registry export - -r $source | tar -xf -
        diff -r -x lock -x staging -x fingerprints $source . && echo extracted
        for format in gnu ustar pax; do
          tar --format=$format -cf $format.tar ./v1.0.0 ./v1.1.0 ./.registry
          cat $format.tar | $registry import - -r new-$format | sed "s/.*: //"
          diff -r -x lock -x staging -x fingerprints $source new-$format && echo $format
        done
        (ls -a; chmod -R u+w .) | grep "^\\.new" || true
        """)
    #expect(
      script.output == """
        extracted
        all as registered
        gnu
        all as registered
        ustar
        all as registered
        pax

        """)
  }

  @Test func `say when the archive does not fit the disk`() {
    let line = "$registry export - -r \(place.registry) 2>&1 >/dev/full; echo $?"
    #expect(
      ShellCommand(line).output == """
        error: 'standard output': write failed: No space left on device
          fix: what was printed is not complete: check where the output goes, and run it again
        1

        """)
  }
}
