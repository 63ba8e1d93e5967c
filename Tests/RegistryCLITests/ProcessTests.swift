import Testing

@Suite struct `The running program` {
  @Test func `prints its version`() {
    #expect(ShellCommand("$registry --version 2>&1; echo $?").output == "registry 0.1.0\n0\n")
  }

  @Test func `says when its output does not fit the disk`() {
    #expect(
      ShellCommand("$registry help 2>&1 >/dev/full; echo $?").output == """
        error: 'standard output': write failed: No space left on device
          fix: what was printed is not complete: check where the output goes, and run it again
        1

        """)
  }

  @Test func `says when there is no standard output`() {
    #expect(
      ShellCommand("$registry help 2>&1 >&-; echo $?").output == """
        error: 'standard output': write failed: Bad file descriptor
          fix: what was printed is not complete: check where the output goes, and run it again
        1

        """)
  }

  /// A pipe whose reader is gone: opened for both sides, then closed for reading.
  private let brokenPipe = """
    cd "$(mktemp -d)" && mkfifo pipe && exec 3<>pipe 4>pipe 3<&- && rm -r "$PWD" &&
    """

  @Test(arguments: ["", "trap '' PIPE;"])
  func `is quiet when its reader leaves, and does not call that success`(trap: String) {
    let line = "\(brokenPipe) \(trap) $registry help 2>&1 >&4 && echo success"
    #expect(ShellCommand(line).output == "")
  }

  @Test func `exits 1 when its reader leaves and the signal for that is ignored`() {
    let line = "\(brokenPipe) trap '' PIPE; $registry help 2>&1 >&4; echo $?"
    #expect(ShellCommand(line).output == "1\n")
  }

  @Test func `is not killed by a limit on the size of files`() {
    #expect(
      ShellCommand("(ulimit -f 0; $registry help >\"$(mktemp)\") 2>&1; echo $?").output == """
        error: 'standard output': write failed: File too large
          fix: what was printed is not complete: check where the output goes, and run it again
        1

        """)
    let registered = ShellCommand(
      """
      cd "$(mktemp -d)" && mkdir artifacts && for name in model_v1.bin model_metadata_v1.json \
        model_signature_v1.json metrics_v1.json; do echo '{}' >artifacts/$name; done
      head -c 4000 /dev/zero >artifacts/model_v1.bin
      (ulimit -f 1; $registry register v1.0.0) 2>&1; echo $?; ls registry models/registry 2>/dev/null
      """)
    let lines = registered.output.split(separator: "\n")
    #expect(lines.first?.hasSuffix("write failed: File too large") == true, "\(registered.output)")
    #expect(
      lines.dropFirst() == [
        "  fix: the file-size limit of this process is in the way: raise it (ulimit -f)", "1",
        "models/registry:",
      ])
  }

  /// A model and its answer: it is its golden row, and with another label it is not.
  @Test func `answers golden rows again, and does not register a model that answers otherwise`() {
    let script = """
      cd "$(mktemp -d)" && for age in $(seq 20 99); do
        echo "$age,$((age * 7 % 13)),$([ $age -gt 60 ] && echo yes || echo no)"
      done | sed '1i age,height,y' >train.csv
      ($registry train --data train.csv --target y
      row='{"age": 55, "height": 3}'
      answer=$(echo "$row" | MODEL_VERSION= $registry predict --json |
        sed 's/, "model_version.*/}/')
      golden() {
        echo "{\\"schema_version\\": 1, \\"tolerance\\": 0, \\"rows\\": [{\\"input\\": $row," \\
          "\\"output\\": $1}]}" >artifacts/golden_rows.json
      }
      golden "$answer"; $registry register v1.0.0
      golden "$(echo "$answer" | sed 's/"no"/"yes"/')") >/dev/null 2>&1
      $registry verify --replay v1.0.0 2>&1 | head -1; $registry register v1.0.1 2>&1 | head -1
      $registry register v1.0.1 >/dev/null 2>&1; echo $?; $registry verify >/dev/null; echo $?
      """
    let lines = ShellCommand(script).output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "replayed: v1.0.0, 1 golden row, all answers the same",
        "error: v1.0.1 answers row 1 of its golden rows otherwise: "
          + "'label' is \"no\" where \"yes\" is expected",
        "5", "0",
      ])
  }

  @Test func `escapes what it repeats of its command line`() {
    #expect(
      ShellCommand("$registry \"$(printf 'a\\033[2J')\" 2>&1; echo $?").output == """
        error: unknown command 'a\\u{1B}[2J'
          fix: see 'registry --help'
        2

        """)
  }
}
