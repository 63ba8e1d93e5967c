"""Kills the real program at every system call of every command that writes, and looks at what is left.

usage: kill_sweep.py REGISTRY [--every N] [--full]

For each command, and for each system call that a clean run makes:

- the command is killed when it enters that call (SIGKILL; at a sample of the calls SIGTERM and SIGINT);
  the state must be the old one or the new one, `verify` and `history --verify` find nothing, the
  command, given again, reaches the new state, and `doctor --repair` leaves nothing in staging/;
- the command, given again, is killed too, at another call; then all of the above again;
- the line of the history is torn after every so many bytes (a limit on the size of files makes the
  write short, and the kill comes before it goes on; prlimit sets it).

--every N takes every Nth call, by default every fifth, another one for each command. --full takes
every call, a second kill after each, and every byte of a line. Needs strace.
"""

import argparse
import random
import re
import shutil
import tempfile
from pathlib import Path

from program import Registry, commands, fail, make_artifacts, refusals, remove, run

Call = tuple[str, int]


class Sweep:
    def __init__(self, program: Path, work: Path, every: int, full: bool):
        self.registry = Registry(program, work / "registry", make_artifacts(work / "artifacts"))
        self.work, self.every, self.full = work, every, full
        self.random = random.Random(42)

    def prepare(self, steps: list[list[str]]) -> None:
        """A registry from which each run starts."""
        self.kept = self.work / "kept"
        remove(self.registry.path)
        remove(self.kept)
        for step in steps:
            self.registry.must(*step)
        if steps:
            shutil.copytree(self.registry.path, self.kept, symlinks=True)

    def restore(self) -> None:
        remove(self.registry.path)
        if self.kept.exists():
            shutil.copytree(self.kept, self.registry.path, symlinks=True)

    def trace(self, command: list[str], *before: str) -> list[str]:
        trace = self.work / "trace"
        run("strace", "-f", "-qq", "-o", trace, *before, *self.registry.words(*command))
        return trace.read_text(errors="replace").splitlines()

    def calls(self, command: list[str]) -> list[Call]:
        """The system calls of a clean run: each name with how many of it came before, itself
        counted, which is how strace names the call to inject into."""
        self.restore()
        counts: dict[str, int] = {}
        calls = []
        for line in self.trace(command):
            found = re.match(r"\d+\s+(\w+)\(", line)
            if found and found[1] not in ("execve", "exit_group"):
                counts[found[1]] = counts.get(found[1], 0) + 1
                calls.append((found[1], counts[found[1]]))
        return calls

    def killed(
            self, command: list[str], call: Call, *before: str, signal: str = "SIGKILL") -> bool:
        """Runs the command, behind the words `before`; whether it came to that call and died."""
        outcome = run(
            "strace", "-f", "-qq", "-o", "/dev/null",
            "-e", f"inject={call[0]}:signal={signal}:when={call[1]}",
            *before, *self.registry.words(*command))
        return outcome.returncode < 0

    def check(self, place: str, states: list[tuple]) -> int:
        """Which of the states the registry is in; there is no other."""
        found = self.registry.state()
        self.registry.check_sound(place)
        if found not in states:
            fail(f"{place}: a third state: {found}, neither of {states}")
        return states.index(found)

    def finish(self, place: str, command: list[str], after: tuple) -> None:
        """The command, given again, reaches the new state; what it left is cleared."""
        self.registry.again(place, command, after)
        self.registry.check_repaired(place)
        self.check(place + ", and repaired", [after])

    def sweep(self, name: str, steps: list[list[str]], command: list[str]) -> None:
        self.prepare(steps)
        self.restore()
        before = self.registry.state()
        self.registry.must(*command)
        after = self.registry.state()
        assert before != after, (name, before, after)
        calls = self.calls(command)
        seen = [0, 0]
        points = calls[self.random.randrange(self.every)::self.every]
        for call in points:
            self.restore()
            place = f"{name} killed at {call}"
            if self.killed(command, call):
                seen[self.check(place, [before, after])] += 1
            else:
                # How often a fingerprint is written depends on the clock: it ended before that call.
                self.check(place, [after])
            self.finish(place, command, after)
        signals = self.signals(name, command, calls, before, after)
        second = self.second_kills(name, command, calls, before, after)
        torn = self.torn_lines(name, command, before, after) if steps else 0
        print(
            f"{name}: {sum(seen)} kills ({seen[0]} old, {seen[1]} new), {signals} by SIGTERM and "
            f"SIGINT, {second} killed twice, {torn} torn lines; 0 other states", flush=True)

    def signals(self, name: str, command: list[str], calls: list[Call], *states: tuple) -> int:
        count = 0
        for index, call in enumerate(calls[::8 * self.every]):
            self.restore()
            signal = ("SIGTERM", "SIGINT")[index % 2]
            place = f"{name} stopped by {signal} at {call}"
            count += self.killed(command, call, signal=signal)
            self.check(place, list(states))
            self.finish(place, command, states[1])
        return count

    def second_kills(self, name: str, command: list[str], calls: list[Call], *states: tuple) -> int:
        count = 0
        for call in calls if self.full else calls[::4 * self.every]:
            self.restore()
            self.killed(command, call)
            second = self.random.choice(calls)
            # A redo may have nothing left to do, and never come to that call.
            count += self.killed(command, second)
            place = f"{name} killed at {call} and, again, at {second}"
            self.check(place, list(states))
            self.finish(place, command, states[1])
        return count

    def torn_lines(self, name: str, command: list[str], *states: tuple) -> int:
        """A limit on the size of files lets the kernel take a part of the new line; the kill comes
        before the program writes on, so that this part is all there is."""
        journal = self.registry.path / ".registry" / "journal.jsonl"
        self.restore()
        start = journal.stat().st_size
        self.registry.must(*command)
        length = journal.stat().st_size - start
        count = 0
        for kept in range(1, length, 1 if self.full else 61):
            self.restore()
            limit = start + kept
            limited = ["prlimit", f"--fsize={limit}"]
            writes = [line for line in self.trace(command, *limited) if " write(" in line]
            short = next(
                (index for index, line in enumerate(writes) if "EFBIG" in line), None)
            if short is None:
                fail(f"{name}: no write met the limit of {limit} bytes")
            self.restore()
            place = f"{name}, its line torn after {kept} bytes"
            if not self.killed(command, ("write", short + 1), *limited):
                fail(f"{place}: not killed")
            if journal.stat().st_size != limit:
                fail(f"{place}: the history has {journal.stat().st_size} bytes")
            self.check(place, list(states))
            self.finish(place, command, states[1])
            count += 1
        return count


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("registry", type=Path)
    arguments.add_argument("--every", type=int, default=5)
    arguments.add_argument("--full", action="store_true")
    given = arguments.parse_args()
    if shutil.which("strace") is None:
        print("skipped: strace is not installed")
        return
    work = Path(tempfile.mkdtemp())
    try:
        every = 1 if given.full else given.every
        sweep = Sweep(given.registry.resolve(), work, every, given.full)
        every_command = commands(sweep.registry) | refusals(sweep.registry)
        for name, (steps, command) in every_command.items():
            sweep.sweep(name, steps, command)
    finally:
        remove(work)


if __name__ == "__main__":
    main()
