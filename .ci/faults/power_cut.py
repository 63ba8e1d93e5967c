"""Cuts the power of ext4, xfs and btrfs while a command runs, and looks at what comes back.

usage: power_cut.py REGISTRY [--every N] [--full]

Each file system lies in a file that is mounted. The command is killed as it enters a call that writes
or flushes, or runs to its end; at that moment the file is copied, without what the kernel has not yet
written to it: that is what a power cut leaves on the disk. The copy is mounted, which replays its
journal. After exit 0 the new state must be there; before, the old or the new one; `verify` finds
nothing, and the command, given again, reaches the new state. To show that the cut is one, the command
is also run with its flushes taken out: then its work is lost. --every N takes every Nth call, by
default every tenth. Needs root, strace, and mkfs of each.
"""

import argparse
import os
import re
import shutil
import tempfile
from pathlib import Path

from program import Registry, commands, fail, make_artifacts, must, remove, run

SIZES = {"ext4": 64, "xfs": 320, "btrfs": 128}
CALLS = ("mkdirat", "openat", "write", "fsync", "renameat", "renameat2", "fchmod", "ftruncate")


class Cuts:
    def __init__(self, program: Path, work: Path, kind: str, every: int):
        self.work, self.kind, self.every = work, kind, every
        self.lost = 0
        self.disk = work / "disk"
        self.disk.mkdir(exist_ok=True)
        self.base, self.image, self.cut = (work / name for name in ("base", "image", "cut"))
        artifacts = work / "artifacts"
        if not artifacts.exists():
            make_artifacts(artifacts)
        self.registry = Registry(program, self.disk / "registry", artifacts)

    def mount(self, image: Path) -> None:
        must("mount", "-o", "loop", image, self.disk)

    def unmount(self) -> None:
        must("umount", self.disk)

    def copy(self, source: Path, target: Path) -> None:
        target.unlink(missing_ok=True)
        must("cp", "--sparse=always", source, target)

    def prepare(self, steps: list[list[str]], command: list[str]) -> list[tuple[str, int]]:
        self.base.unlink(missing_ok=True)
        with open(self.base, "wb") as file:
            os.truncate(file.fileno(), SIZES[self.kind] << 20)
        must(f"mkfs.{self.kind}", "-q", self.base)
        self.mount(self.base)
        for step in steps:
            self.registry.must(*step)
        self.before = self.registry.state()
        self.unmount()
        self.copy(self.base, self.image)
        self.mount(self.image)
        trace = self.work / "trace"
        must("strace", "-f", "-qq", "-o", trace, *self.registry.words(*command))
        self.after = self.registry.state()
        self.unmount()
        counts: dict[str, int] = {}
        calls = []
        for line in trace.read_text(errors="replace").splitlines():
            found = re.match(r"\d+\s+(\w+)\(", line)
            if not found:
                continue
            counts[found[1]] = counts.get(found[1], 0) + 1
            writes = found[1] != "openat" or "O_CREAT" in line
            if found[1] in CALLS and writes:
                calls.append((found[1], counts[found[1]]))
        return calls

    def try_at(self, place: str, command: list[str], call: tuple[str, int] | None) -> bool:
        """Cuts at a call, or after the end; whether the new state came back."""
        self.copy(self.base, self.image)
        self.mount(self.image)
        try:
            if call is None:
                self.registry.must(*command)
                is_done = True
            else:
                outcome = run(
                    "strace", "-f", "-qq", "-o", "/dev/null",
                    "-e", f"inject={call[0]}:signal=SIGKILL:when={call[1]}",
                    *self.registry.words(*command))
                # How often a fingerprint is written depends on the clock: it may end before that call.
                is_done = outcome.returncode == 0
                if outcome.returncode > 0:
                    fail(f"{place}: exit {outcome.returncode}: {outcome.stderr}")
            self.copy(self.image, self.cut)
        finally:
            self.unmount()
        self.mount(self.cut)
        try:
            state = self.registry.state()
            if state not in ((self.after,) if is_done else (self.before, self.after)):
                fail(f"{place}: {state} came back")
            self.registry.check_sound(place)
            self.registry.again(place, command, self.after)
            self.registry.check_repaired(place)
            return state == self.after
        finally:
            self.unmount()

    def is_lost_without_flushes(self, command: list[str]) -> bool:
        """Whether the cut takes what a program that flushes nothing had done: else it proves nothing."""
        self.copy(self.base, self.image)
        self.mount(self.image)
        try:
            must("strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:retval=0",
                 *self.registry.words(*command))
            self.copy(self.image, self.cut)
        finally:
            self.unmount()
        self.mount(self.cut)
        try:
            # Half of it may be there, which no command can make sense of.
            outcome = self.registry.run("history", "--json")
            return outcome.returncode != 0 or self.registry.state() != self.after
        finally:
            self.unmount()

    def run(self, name: str, steps: list[list[str]], command: list[str]) -> None:
        calls = self.prepare(steps, command)[::self.every]
        new = 0
        for call in calls:
            new += self.try_at(f"{self.kind}: {name} cut at {call}", command, call)
        self.try_at(f"{self.kind}: {name} cut after exit 0", command, None)
        is_lost = self.is_lost_without_flushes(command)
        self.lost += is_lost
        print(
            f"{self.kind}: {name}: {len(calls)} cuts in between ({len(calls) - new} old, {new} new), "
            f"1 after exit 0 (new), 1 without flushes ({'lost' if is_lost else 'kept by chance'}); 0 bad",
            flush=True)


def can_mount(work: Path, kind: str) -> bool:
    if shutil.which(f"mkfs.{kind}") is None:
        return False
    image, place = work / "probe", work / "probe-disk"
    place.mkdir(exist_ok=True)
    image.unlink(missing_ok=True)
    with open(image, "wb") as file:
        os.truncate(file.fileno(), SIZES[kind] << 20)
    if run(f"mkfs.{kind}", "-q", image).returncode or run(
            "mount", "-o", "loop", image, place).returncode:
        return False
    must("umount", place)
    image.unlink()
    return True


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("--every", type=int, default=10)
    arguments.add_argument("--full", action="store_true")
    given = arguments.parse_args()
    if os.geteuid() != 0 or shutil.which("strace") is None:
        print("skipped: mounting needs root, and the kills need strace")
        return
    work = Path(tempfile.mkdtemp())
    try:
        for kind in SIZES:
            if not can_mount(work, kind):
                print(f"skipped: {kind} cannot be made or mounted here")
                continue
            cuts = Cuts(given.registry.resolve(), work, kind, 1 if given.full else given.every)
            for name, (steps, command) in commands(cuts.registry).items():
                cuts.run(name, steps, command)
            # A kernel that is slow enough may write by itself before the cut, but not always.
            if cuts.lost == 0:
                fail(f"{kind}: without flushes nothing is lost: the cut is none")
    finally:
        remove(work)


if __name__ == "__main__":
    main()
