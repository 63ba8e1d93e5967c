"""Takes out each line that protects a promise, one at a time, and sees the tests go red.

usage: mutants.py [--only REGEX] [--list]

Works in a copy of the tree below .build/mutants, so the tree itself is never changed. Builds once a
mutant: about a minute each on two cores. A mutant that no test notices, or whose line is not in the
source any more, is a failure.
"""

import argparse
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT / ".build" / "mutants"
REGISTRY = "Sources/Registry"


@dataclass
class Mutant:
    promise: int
    what: str
    file: str
    old: str
    new: str
    tests: str


POWER = "When the power goes|When one file call fails"
SCAN = "Looking into a file"

MUTANTS = [
    # 1 and 2: whole or absent, and durable
    Mutant(2, "a file of a version is flushed", f"{REGISTRY}/Registering/StagedVersion.swift",
           "    try file.changeMode(to: Self.fileMode)\n    try file.sync()\n",
           "    try file.changeMode(to: Self.fileMode)\n", POWER),
    Mutant(2, "the staged directory is flushed", f"{REGISTRY}/Registering/StagedVersion.swift",
           "    try seal(file, path: Manifest.fileName)\n    try directory.file.sync()\n",
           "    try seal(file, path: Manifest.fileName)\n", POWER),
    Mutant(2, "the name of a version is flushed",
           f"{REGISTRY}/Registering/ModelRegistry+Registering.swift",
           "    try registry.root.file.sync()\n    // Only now", "    // Only now", POWER),
    Mutant(2, "an alias file is flushed before it gets its name",
           f"{REGISTRY}/Storage/RegistryDirectory.swift",
           "      try file.write(text)\n      try file.sync()\n",
           "      try file.write(text)\n", POWER),
    Mutant(2, "the name of an alias file is flushed", f"{REGISTRY}/Storage/RegistryDirectory.swift",
           "      throw error\n    }\n    try target.file.sync()\n", "      throw error\n    }\n", POWER),
    Mutant(2, "a line of the history is flushed",
           f"{REGISTRY}/Records/RegistryDirectory+Journal.swift",
           "entries))\n      try file.sync()\n", "entries))\n", POWER),
    Mutant(2, "what a killed writer appended is written anew",
           f"{REGISTRY}/Records/RegistryDirectory+Journal.swift",
           "if journal.wholeByteCount > 0 { try rewrite(journal) }", "",
           POWER),
    Mutant(1, "a torn end of the history is cut off",
           f"{REGISTRY}/Records/RegistryDirectory+Journal.swift",
           "      try file.truncate(to: journal.wholeByteCount)\n      try file.seek",
           "      try file.seek", POWER + "|The chain of the history"),
    Mutant(1, "files of a pruned version go with the next writer",
           f"{REGISTRY}/Records/RegistryDirectory+Journal.swift",
           "do { try removePruned(Set(pruned.keys)) } catch {",
           "do { if pruned.isEmpty { try removePruned([]) } } catch {", "Pruning"),
    # 3: failing calls
    Mutant(3, "short writes are continued", f"{REGISTRY}/Storage/OpenFile.swift",
           "case .success(let count): rest = rest.dropFirst(count)",
           "case .success: rest = []", POWER + "|interrupt"),
    Mutant(3, "interrupted calls are made again", f"{REGISTRY}/Storage/OpenFile.swift",
           "error.code == EINTR { continue }", "error.code == EINTR { return outcome }",
           POWER + "|interrupt"),
    Mutant(3, "a failing close is reported", f"{REGISTRY}/Storage/OpenFile.swift",
           'if error.code != EINTR { throw failure("close", error) }', "_ = error",
           "An open file"),
    # 4: races
    Mutant(4, "the exclusive rename", f"{REGISTRY}/Registering/ModelRegistry+Registering.swift",
           "fileSystem.renameExclusively(staged.name", "fileSystem.rename(staged.name",
           "Writers at the same time|Registering|Committing"),
    Mutant(4, "the lock of writers", f"{REGISTRY}/Storage/WriterLock.swift",
           "in try file.tryLock() })", "in try file.tryLock() || true })",
           "Writers at the same time|Promoting|Examining|Committing"),
    Mutant(2, "what a killed writer left stays known", f"{REGISTRY}/Storage/WriterLock.swift",
           "    try file.seek(to: 0)\n    try file.write(text)",
           "    try file.truncate(to: 0)\n    try file.seek(to: 0)\n    try file.write(text)",
           "The lock of writers"),
    Mutant(4, "compare and swap", f"{REGISTRY}/Promoting/AliasExpectation.swift",
           "guard isMet else {", "guard isMet || true else {", "An expectation of an alias"),
    # 5 and 6
    Mutant(5, "the version is checked before an alias names it",
           f"{REGISTRY}/Promoting/ModelRegistry+Promoting.swift",
           "    try directory.check(.contents)\n", "", "Promoting"),
    Mutant(6, "a number that was pruned stays taken",
           f"{REGISTRY}/Registering/ModelRegistry+Registering.swift",
           "if let line = retirements.pruned[version] {",
           "if let line = retirements.pruned[version], false {", "Pruning"),
    Mutant(6, "a number whose directory was removed by hand stays taken",
           f"{REGISTRY}/Registering/ModelRegistry+Registering.swift",
           "journal.registration(of: version) != nil {",
           "journal.registration(of: version) != nil, false {", "A number that was used"),
    # 7: damage
    Mutant(7, "the digest of a file", f"{REGISTRY}/Reading/VersionDirectory.swift",
           "guard hash.finalize() == file.digest else {",
           "guard hash.finalize() == file.digest || true else {", "Verifying|Resolving"),
    Mutant(7, "the digest of the bytes that are returned",
           f"{REGISTRY}/Reading/VersionDirectory.swift",
           "guard hash.finalize() == listed.digest else {",
           "guard hash.finalize() == listed.digest || true else {", "Resolving"),
    Mutant(7, "files that were not registered", f"{REGISTRY}/Reading/VersionDirectory.swift",
           "guard entry.isUTF8, known.contains(entryPath, isDirectory: isDirectory) else {",
           "guard entry.isUTF8 else {", "Resolving|Registering|A model that is"),
    Mutant(7, "the seal of a record", f"{REGISTRY}/Records/Seal.swift", 
           "return digest.digits == Array(text[range])",
           "return digest.digits == Array(text[range]) || true",
           "Verifying|Resolving|The chain of the history"),
    Mutant(7, "the link from line to line", f"{REGISTRY}/Records/Journal.swift",
           "&& line.previous == head", "",
           "Verifying|The chain of the history"),
    Mutant(7, "the manifest that an alias pins",
           f"{REGISTRY}/Resolving/ModelRegistry+Resolving.swift",
           "pinned != version.manifest.digest", "pinned != pinned", "Resolving"),
    Mutant(7, "a fingerprint is older than its file", f"{REGISTRY}/Fingerprints/Fingerprint.swift",
           "$0.state.changed < time", "$0.state.changed <= time || true", "ingerprint"),
    Mutant(7, "a fingerprint's change times", f"{REGISTRY}/Fingerprints/Fingerprint.swift",
           "    changed = status.changedNanoseconds\n", "    changed = 0\n", "ingerprint"),
    Mutant(7, "an alias file that is gone", f"{REGISTRY}/Verifying/ModelRegistry+Verifying.swift",
           "verifier.knownAliases.union(try registry.aliases())",
           "Set(try registry.aliases())", "Verifying"),
    # 9: hostile input
    Mutant(9, "links are not followed", f"{REGISTRY}/Storage/Directory.swift",
           "flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK", "flags: O_RDONLY | O_NONBLOCK",
           "A link, pipe, socket or device|Resolving|Registering"),
    Mutant(9, "links to directories are not followed", f"{REGISTRY}/Storage/Directory.swift",
           "let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW", "let flags = O_RDONLY | O_DIRECTORY",
           "A link, pipe, socket or device|Resolving|Registering|Verifying"),
    Mutant(9, "only regular files are read", f"{REGISTRY}/Storage/Directory.swift",
           "guard try opened.lookWhenOpened().kind == .regular else {",
           "guard try opened.lookWhenOpened().kind != .directory else {",
           "A link, pipe, socket or device"),
    Mutant(9, "a file that grows", f"{REGISTRY}/Registering/StagedVersion.swift",
           "guard byteCount == expected else {", "guard byteCount >= expected else {",
           "grow|Registering|HostileInput|A link"),
    Mutant(9, "paths in a manifest stay below it", f"{REGISTRY}/Records/Manifest+Reading.swift",
           '!$0.isEmpty && $0 != "." && $0 != ".."', "!$0.isEmpty", "ostile|Resolving|Manifest"),
    Mutant(9, "a version that is read is checked", f"{REGISTRY}/Records/RecordFile.swift",
           'guard let version = try? ModelVersion(text) else { throw wrong(field, "a version") }',
           "let version = try? ModelVersion(text)", "ostile|Resolving"),
    Mutant(9, "control characters reach no terminal",
           "Sources/RegistryCLI/Output/TextTable.swift", "cells.map(\\.escapedForTerminal)", "cells",
           "registry history|registry list|ostile"),
    Mutant(9, "control characters reach no terminal through why",
           "Sources/RegistryCLI/Commands/WhyCommand.swift", "\\(value.escapedForTerminal)\\n",
           "\\(value)\\n", "registry why"),
    # 10: leftovers
    Mutant(10, "what a live writer staged is left alone", f"{REGISTRY}/Storage/StagedDirectory.swift",
           "guard try opened.file.tryLock(), let", "guard let", "Examining|taged"),
    Mutant(10, "a version whose staged name came back is spared",
           f"{REGISTRY}/Doctor/Examiner+Staging.swift",
           "guard !versions.contains([status.device, status.inode]) else { return false }", "", POWER),
    Mutant(10, "a maker looks at its name under the lock", f"{REGISTRY}/Storage/StagedDirectory.swift",
           "guard try opened.file.tryLock(), let named = try status(of: name) else { return nil }\n"
           "    let locked = try opened.file.status()\n"
           "    return named.device == locked.device && named.inode == locked.inode ? opened : nil",
           "guard try opened.file.tryLock() else { return nil }\n    return opened",
           "Examining|taged"),
    # Gates, and the rules for version numbers
    Mutant(11, "a gate's margin is a loss that is borne", f"{REGISTRY}/Gates/GateComparison.swift",
           "return worst >= -margin - slack", "return worst >= margin - slack", "A gate"),
    Mutant(11, "a gate knows which end of a metric is the good one",
           f"{REGISTRY}/Gates/GateComparison.swift",
           "orientation > 0 ? (lower, upper) : (-upper, -lower)",
           "orientation > 0 ? (lower, upper) : (lower, upper)", "A gate"),
    Mutant(11, "what is inconclusive has not passed", f"{REGISTRY}/Gates/GateReport.swift",
           "return results.contains { $0.verdict == .inconclusive } ? .inconclusive : .passed",
           "return .passed", "A promotion under a policy"),
    Mutant(11, "a gate takes no missing metric for 0", f"{REGISTRY}/Gates/GateComparison.swift",
           "GateResult(.metric(gate), .inconclusive, reason: challenger.absence(of: gate.name))",
           "GateResult(.metric(gate), gate.bound.verdict(lower: 0, upper: 0, 1))", "A gate"),
    Mutant(11, "a gate takes bare numbers for none", f"{REGISTRY}/Gates/GateComparison.swift",
           "bareNumbers == .compare\n    var reasons", "bareNumbers == bareNumbers\n    var reasons", "A gate"),
    Mutant(11, "a gate pairs no rows of other data", f"{REGISTRY}/Gates/PairedEvidence.swift",
           "one != other {", "one != other, false {", "A gate"),
    Mutant(11, "a gate takes no rows that others scored", f"{REGISTRY}/Gates/GateJudge.swift",
           "scored.champion == championVersion, scored.challenger == version else {",
           "scored.champion == scored.champion else {", "A gate"),
    Mutant(11, "a gate takes no weaker evidence after a failed call",
           f"{REGISTRY}/Gates/GateEvidence.swift",
           "must not take its place.\n      guard error.meansDamage else { throw error }\n",
           "must not take its place.\n", POWER),
    Mutant(11, "an approval by the registrant does not count", f"{REGISTRY}/Gates/GateJudge.swift",
           "names.filter { person($0) != person(candidate.registrant) }", "names", "A gate"),
    Mutant(11, "an approval counts once", f"{REGISTRY}/Gates/GateJudge.swift",
           "for line in lines where !names.contains(where: { person($0) == person(line.actor) }) {",
           "for line in lines {", "A gate"),
    Mutant(11, "a forced promotion says why", f"{REGISTRY}/Gates/GateReport.swift",
           '    fields["forced"] = forced.map(JSONValue.string)\n', "",
           "A promotion under a policy"),
    Mutant(11, "a promotion is held against the champion of the moment",
           f"{REGISTRY}/Promoting/ModelRegistry+Promoting.swift",
           "guard try judge.isWithPresentChampion() else {",
           "guard try judge.isWithPresentChampion() || true else {", "A promotion under a policy"),
    Mutant(11, "a version that is refused is recorded as rejected",
           f"{REGISTRY}/Promoting/ModelRegistry+Promoting.swift",
           "        try registry.append([entry], to: upToDate)\n",
           "        _ = (entry, upToDate)\n", "A promotion under a policy"),
    Mutant(11, "a version number that is too small", f"{REGISTRY}/Registering/VersionStep.swift",
           "guard version.release < smallest else {",
           "guard version.release < smallest, false else {", "number"),
    Mutant(11, "a witness was taken by one signature",
           f"{REGISTRY}/Compatibility/WitnessSearch.swift",
           "      guard taker.validate(row: row).isEmpty else { return nil }\n", "", "itness"),
    Mutant(11, "nobody is compared on their training data",
           "Sources/Learners/Scoring/ScoredRows+Scoring.swift",
           'metadata["data_sha256"]?.stringValue != digest.description else {',
           'metadata["data_sha256"]?.stringValue != digest.description || true else {',
           "Rows that two models score"),
    Mutant(11, "gate ends as it says", "Sources/RegistryCLI/Commands/GateCommand.swift",
           "return report.exitCode", "return .done", "registry gate"),
    Mutant(11, "a version that was withdrawn passes no gate",
           f"{REGISTRY}/Gates/ModelRegistry+Gating.swift",
           "    try registry.retirementsIfReadable().refuse(version)\n", "",
           "A promotion under a policy"),
    Mutant(11, "a rehearsal leaves nothing behind", "Sources/Learners/Training/Retraining.swift",
           "    defer { WorkingDirectory.removeTemporary(directory) }\n", "", "registry retrain"),
    Mutant(11, "a failed call is no reason to compare otherwise",
           "Sources/Learners/Training/Retraining.swift",
           "      guard error.exitCode != .couldNotRun else { throw error }\n", "", "A retraining"),
    Mutant(11, "a retraining that cannot be compared takes no number",
           "Sources/Learners/Training/Retraining.swift",
           "    let evidence = try evidence(training, artifacts, as: next.version)\n"
           "    let registration = try register(artifacts, as: next.version)\n",
           "    let registration = try register(artifacts, as: next.version)\n"
           "    let evidence = try evidence(training, artifacts, as: next.version)\n",
           "A retraining"),
    # What other programs wrote: nobody is told that it is harmless when it is not
    Mutant(0, "a computed name is dangerous", f"{REGISTRY}/Scanning/PickleFindings.swift",
           "list.add(.computedName, .dangerous", "list.add(.computedName, .review", SCAN),
    Mutant(0, "a computed call is dangerous", f"{REGISTRY}/Scanning/PickleFindings.swift",
           "list.add(.computedCall, .dangerous", "list.add(.computedCall, .review", SCAN),
    Mutant(0, "a function that is called is looked at", f"{REGISTRY}/Scanning/ImportPolicy.swift",
           "isFunction ? .review : .clean", "isFunction ? .clean : .clean", SCAN),
    Mutant(0, "the program of a distribution is read",
           f"{REGISTRY}/Scanning/ScipyDistribution.swift",
           'key != "_parse_arg_template" || ', 'key != "" || ', "A distribution of scipy"),
    Mutant(0, "bytes of no entry are told", f"{REGISTRY}/Compression/Containers/ZipArchive.swift",
           "    hasHiddenBytes = true\n", "", "A zip archive"),
    Mutant(0, "an entry of tar with two sizes is not believed",
           f"{REGISTRY}/Compression/Containers/TarArchive.swift",
           'record.hasPrefix("size=") || ', "", "A tar archive to look into"),
    Mutant(0, "bytes of an array are counted", f"{REGISTRY}/Pickles/PickleMachine+Arrays.swift",
           "    guard !overflow else { throw cursor.fault(.endsEarly) }\n", "    _ = overflow\n",
           "An array between the instructions"),
    Mutant(0, "a dangerous model is refused", f"{REGISTRY}/Scanning/SafetyStep.swift",
           "guard let reason else { throw .refusedByScan(path: artifacts.path, dangerous) }",
           'let reason = reason ?? ""', "dangerous|unsafe|Safety"),
    Mutant(0, "a model that answers otherwise is refused",
           f"{REGISTRY}/GoldenRows/StagedVersion+Replaying.swift",
           "    if let finding = outcome.finding(on: version) { throw finding }\n", "",
           "Registering golden rows"),
    Mutant(0, "answers beyond the tolerance are differences",
           f"{REGISTRY}/GoldenRows/GoldenReplay.swift",
           "$0.distance > tolerance", "$0.distance > .infinity", "olden rows"),
]


def run(words: list[str]) -> subprocess.CompletedProcess:
    return subprocess.run(words, cwd=COPY, capture_output=True, text=True, timeout=900)


def copy() -> None:
    """The files that git knows, as they are now; what was built before is kept."""
    COPY.mkdir(parents=True, exist_ok=True)
    for part in ("Sources", "Tests"):
        shutil.rmtree(COPY / part, ignore_errors=True)
        shutil.copytree(ROOT / part, COPY / part)
    for name in ("Package.swift", "Examples"):
        source, target = ROOT / name, COPY / name
        shutil.copytree(source, target, dirs_exist_ok=True) if source.is_dir() \
            else shutil.copy2(source, target)


def survives(mutant: Mutant) -> str | None:
    """Why the mutant was not noticed, or nothing."""
    path = COPY / mutant.file
    text = path.read_text()
    if text.count(mutant.old) != 1:
        return f"the line stands {text.count(mutant.old)} times in {mutant.file}"
    path.write_text(text.replace(mutant.old, mutant.new))
    try:
        built = run(["swift", "build", "--build-tests"])
        if built.returncode != 0:
            errors = [line for line in built.stdout.splitlines() if "error:" in line]
            return "does not build: " + "; ".join(errors[:3])
        try:
            tested = run(["swift", "test", "--disable-xctest", "--skip-build",
                          "--filter", mutant.tests])
        except subprocess.TimeoutExpired:
            return None
        if tested.returncode == 0:
            return "no test noticed"
        # Also when it crashes: only a filter that fits nothing says nothing.
        if re.search(r"Test run with 0 tests", tested.stdout):
            return "the filter fits no test"
        return None
    finally:
        path.write_text(text)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--only", default="")
    arguments.add_argument("--list", action="store_true")
    given = arguments.parse_args()
    chosen = [mutant for mutant in MUTANTS if re.search(given.only, mutant.what)]
    if given.list:
        for mutant in chosen:
            print(f"promise {mutant.promise}: {mutant.what}")
        return
    copy()
    survivors = 0
    for mutant in chosen:
        reason = survives(mutant)
        survivors += reason is not None
        print(f"promise {mutant.promise}: {mutant.what}: {reason or 'noticed'}", flush=True)
    print(f"{len(chosen)} mutants, {survivors} not noticed")
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
