"""Kills the real program at every system call of a command, and looks at what is left.

usage: kill_sweep.py REGISTRY ARTIFACTS [--every N]

For register, promote and rollback, and for each system call that a clean run makes: the command is
killed (SIGKILL) when it enters that call. Then `verify` must find nothing, the state must
be the old one or the new one, and the command, given again, must reach the new one. Needs strace.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLD, NEW = "v1.0.0", "v1.1.0"


def run(*words: str | Path) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def must(*words: str | Path) -> str:
    outcome = run(*words)
    if outcome.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {outcome.returncode}\n{outcome.stderr}")
    return outcome.stdout


class Sweep:
    def __init__(self, program: Path, artifacts: Path, work: Path):
        self.program, self.artifacts, self.work = program, artifacts, work
        self.registry = work / "registry"

    def registry_command(self, *words: str) -> list[str]:
        return [str(self.program), *words, "--registry", str(self.registry)]

    def prepare(self, name: str, steps: list[list[str]]) -> Path:
        """A registry from which each run starts."""
        shutil.rmtree(self.registry, ignore_errors=True)
        for step in steps:
            must(*self.registry_command(*step))
        kept = self.work / f"before-{name}"
        shutil.copytree(self.registry, kept) if steps else kept.mkdir()
        return kept

    def restore(self, kept: Path) -> None:
        shutil.rmtree(self.registry, ignore_errors=True)
        shutil.copytree(kept, self.registry)

    def state(self, name: str) -> str:
        """The version that the command is about: what is registered, or what is champion."""
        if name == "register":
            return NEW if (self.registry / NEW).exists() else OLD
        champion = json.loads((self.registry / "champion.json").read_text())
        return champion["version"]

    def sweep(self, name: str, steps: list[list[str]], command: list[str], every: int) -> None:
        kept = self.prepare(name, steps)
        self.restore(kept)
        before = self.state(name)
        must(*self.registry_command(*command))
        after = self.state(name)
        assert before != after, (name, before, after)
        points = self.calls(kept, command)[::every]
        seen = {before: 0, after: 0}
        for call, occurrence in points:
            self.restore(kept)
            outcome = run(
                "strace", "-f", "-qq", "-o", "/dev/null",
                "-e", f"inject={call}:signal=SIGKILL:when={occurrence}",
                *self.registry_command(*command))
            if outcome.returncode == 0:
                sys.exit(f"{name}: not killed at {call} {occurrence}")
            place = f"{name} killed at {call} {occurrence}"
            self.check(name, place, before, after, seen)
            again = run(*self.registry_command(*command))
            # Registering what is there already is refused; moving the alias again is not.
            if again.returncode not in ((0, 4) if name == "register" else (0,)):
                sys.exit(f"{place}: again: {again.stderr}")
            if self.state(name) != after:
                sys.exit(f"{place}: again leads to {self.state(name)}")
            self.check(name, place + ", and again", after, after, {after: 0})
        print(f"{name}: {len(points)} kills; {seen[before]} old, {seen[after]} new, "
              "0 others; all mended by doing it again")

    def calls(self, kept: Path, command: list[str]) -> list[tuple[str, int]]:
        """The system calls of a clean run: each name with how many of it came before, itself
        counted, which is how strace names the call to inject into."""
        self.restore(kept)
        trace = self.work / "trace"
        must("strace", "-f", "-qq", "-o", trace, *self.registry_command(*command))
        counts: dict[str, int] = {}
        calls = []
        for line in trace.read_text().splitlines():
            found = re.match(r"\d+\s+(\w+)\(", line)
            if found and found[1] not in ("execve", "exit_group"):
                counts[found[1]] = counts.get(found[1], 0) + 1
                calls.append((found[1], counts[found[1]]))
        return calls

    def check(self, name: str, place: str, before: str, after: str, seen: dict) -> None:
        found = self.state(name)
        if found not in (before, after):
            sys.exit(f"{place}: {found} is neither old nor new")
        seen[found] += 1
        outcome = run(*self.registry_command("verify"))
        if outcome.returncode != 0:
            sys.exit(f"{place}: {outcome.stdout} {outcome.stderr}")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("artifacts", type=Path)
    arguments.add_argument("--every", type=int, default=1)
    given = arguments.parse_args()
    if shutil.which("strace") is None:
        print("skipped: strace is not installed")
        return
    work = Path(tempfile.mkdtemp())
    sweep = Sweep(given.registry.resolve(), given.artifacts.resolve(), work)

    def register(version: str) -> list[str]:
        return ["register", "--version", version, "--artifacts", str(sweep.artifacts)]

    both = [register(OLD), register(NEW), ["promote", OLD]]
    sweep.sweep("register", [register(OLD)], register(NEW), given.every)
    sweep.sweep("promote", both, ["promote", NEW], given.every)
    sweep.sweep("rollback", both + [["promote", NEW]], ["rollback", OLD], given.every)
    subprocess.run(["chmod", "-R", "u+w", str(work)], check=False)
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
