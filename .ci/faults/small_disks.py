"""Runs every command that writes where there is no room, and looks at what is left.

usage: small_disks.py REGISTRY [--full]

- on a tmpfs with 0, 1, 2 … pages left, and with 0, 1, 2 … inodes left;
- under a limit on the size of files (ulimit -f) of 0 bytes and more;
- on a file system that is mounted read-only, where everything that reads must work;
- while the registry directory is removed.

Whatever happens, the state is the old one or, where the command says that it is done, the new one;
the message names what failed; nothing lies under a name that readers look at; and where there is room,
the same command does its work. --full takes every limit. Mounting needs root.
"""

import argparse
import os
import resource
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from program import Registry, commands, fail, make_artifacts, must, remove, run

PAGE = 4096
PAGES, INODES = 1024, 512


class Disks:
    def __init__(self, program: Path, work: Path, full: bool):
        self.work, self.full = work, full
        self.disk = work / "disk"
        self.disk.mkdir()
        self.registry = Registry(program, self.disk / "registry", make_artifacts(work / "artifacts"))
        self.kept = work / "kept"

    def prepare(self, steps: list[list[str]], command: list[str]) -> None:
        remove(self.registry.path)
        remove(self.kept)
        for step in steps:
            self.registry.must(*step)
        if steps:
            shutil.copytree(self.registry.path, self.kept)
        self.before = self.registry.state()
        self.registry.must(*command)
        self.after = self.registry.state()

    def restore(self) -> None:
        remove(self.registry.path)
        if self.kept.exists():
            shutil.copytree(self.kept, self.registry.path)

    def attempt(self, place: str, command: list[str], words: tuple[str, ...], **options) -> bool:
        """Runs the command; whether it said that it is done."""
        outcome = self.registry.run(*command, **options)
        text = outcome.stdout + outcome.stderr
        if outcome.returncode not in (0, 1):
            fail(f"{place}: exit {outcome.returncode}: {text}")
        if outcome.returncode == 1 and not (
                any(word in text for word in words) and "error: '" in text):
            fail(f"{place}: the message does not say why: {text}")
        return outcome.returncode == 0

    def look(self, place: str, is_done: bool) -> None:
        """Without writing: there may be no room."""
        state = self.registry.state()
        if state not in (self.before, self.after) or (is_done and state != self.after):
            fail(f"{place}: {state}, done: {is_done}")
        if self.registry.litter():
            fail(f"{place}: left {self.registry.litter()}")
        self.registry.check_sound(place)

    def again(self, place: str, command: list[str]) -> None:
        self.registry.again(place + ", with room again", command, self.after)
        self.registry.check_repaired(place)

    # Without root

    def limits(self, name: str, command: list[str]) -> tuple[int, int]:
        largest = max(
            (file.stat().st_size for file in self.registry.path.rglob("*") if file.is_file()))
        refused = count = 0
        for limit in range(0, largest + 2, 1 if self.full else 389):
            self.restore()
            place = f"{name} with files of at most {limit} bytes"

            def limited() -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            is_done = self.attempt(place, command, ("File too large",), preexec_fn=limited)
            self.look(place, is_done)
            self.again(place, command)
            refused += not is_done
            count += 1
        return count, refused

    def vanished(self, name: str, command: list[str]) -> None:
        self.restore()
        if shutil.which("strace") is None or not self.registry.path.exists():
            return
        process = subprocess.Popen(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:delay_enter=400000:when=1",
             *self.registry.words(*command)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(0.2)
        remove(self.registry.path)
        text = "".join(process.communicate())
        # What was committed, or said to be so already, before it went is gone with it.
        if process.returncode not in (0, 1, 3, 5) or (process.returncode and "error: " not in text):
            fail(f"{name} while its registry vanished: exit {process.returncode}: {text}")

    # As root

    def mount(self, options: str) -> None:
        must("mount", "-t", "tmpfs", "-o", options, "none", self.disk)

    def unmount(self) -> None:
        must("umount", self.disk)

    def fill_pages(self, left: int) -> None:
        ballast = self.disk / "ballast"
        with open(ballast, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(PAGE))
            except OSError:
                pass
        os.truncate(ballast, max(0, ballast.stat().st_size - left * PAGE))

    def fill_inodes(self, left: int) -> None:
        (self.disk / "ballast").mkdir()
        names = []
        try:
            for number in range(INODES):
                names.append(self.disk / "ballast" / str(number))
                names[-1].touch()
        except OSError:
            names.pop()
        for name in names[len(names) - left:]:
            name.unlink()

    def full_disk(self, name: str, command: list[str], what: str, fill) -> tuple[int, int]:
        refused = count = left = 0
        while True:
            self.mount(f"size={PAGES * PAGE},nr_inodes={INODES}")
            try:
                self.restore()
                fill(left)
                place = f"{name} with {left} {what} left"
                is_done = self.attempt(place, command, ("No space left", "File too large"))
                self.look(place, is_done)
                run("rm", "-r", self.disk / "ballast")
                self.again(place, command)
            finally:
                self.unmount()
            count += 1
            refused += not is_done
            # Two more after the first that succeeds.
            if is_done and left > 3 + refused:
                return count, refused
            left += 1

    def read_only(self, name: str, command: list[str]) -> None:
        self.mount(f"size={PAGES * PAGE}")
        try:
            self.restore()
            self.registry.path.mkdir(exist_ok=True)
            must("mount", "-o", "remount,ro", self.disk)
            if self.attempt(f"{name}, read-only", command, ("Read-only file system",)):
                fail(f"{name}: done on a read-only file system")
            self.look(f"{name}, read-only", False)
            for reader in (["list"], ["verify"], ["history"], ["doctor"]):
                self.registry.must(*reader)
            if "champion" in dict(self.before[1]):
                self.registry.must("resolve", "champion")
                self.registry.must("lock")
            self.registry.must("export", str(self.work / "copy.tar"))
            (self.work / "copy.tar").unlink()
        finally:
            must("mount", "-o", "remount,rw", self.disk)
            self.unmount()


def can_mount(work: Path) -> bool:
    place = work / "probe"
    place.mkdir()
    if run("mount", "-t", "tmpfs", "none", place).returncode != 0:
        return False
    must("umount", place)
    return True


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("--full", action="store_true")
    given = arguments.parse_args()
    work = Path(tempfile.mkdtemp())
    try:
        disks = Disks(given.registry.resolve(), work, given.full)
        mounts = can_mount(work)
        if not mounts:
            print("skipped: full disks and read-only ones; mounting needs root")
        for name, (steps, command) in commands(disks.registry).items():
            disks.prepare(steps, command)
            tried, refused = disks.limits(name, command)
            disks.vanished(name, command)
            line = f"{name}: {tried} limits on files ({refused} refused)"
            remove(disks.registry.path)
            if mounts:
                pages = disks.full_disk(name, command, "pages", disks.fill_pages)
                inodes = disks.full_disk(name, command, "inodes", disks.fill_inodes)
                disks.read_only(name, command)
                line += (
                    f", {pages[0]} full disks ({pages[1]}), {inodes[0]} without inodes ({inodes[1]}), "
                    "1 read-only")
            print(line + ", 1 vanished; 0 bad", flush=True)
    finally:
        remove(work)


if __name__ == "__main__":
    main()
