"""What the scripts of this directory share: the program that they break, and what it left."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKED = ("event", "alias", "version", "generation")
POLICY = {"gates": [{"metric": "recall", "minimum": 0.9}], "bare_numbers": "compare"}
# Under that policy it ends with exit code 6 and a line in the history.
REFUSED = ["promote", "v1.1.0", "--reason", "in vain"]


def fail(message: str) -> None:
    sys.exit(f"BAD: {message}")


def run(*words: str | Path, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, errors="replace", **options)


def must(*words: str | Path, **options) -> str:
    outcome = run(*words, **options)
    if outcome.returncode != 0:
        fail(f"{' '.join(map(str, words))}: exit {outcome.returncode}\n{outcome.stderr}")
    return outcome.stdout


def make_artifacts(directory: Path, model: bytes = b"model bytes") -> Path:
    """Small artifacts, so that the history is longer than any other file."""
    directory.mkdir(parents=True)
    (directory / "model_v1.bin").write_bytes(model)
    (directory / "model_metadata_v1.json").write_text('{"seed": 42}\n')
    (directory / "model_signature_v1.json").write_text(
        '{"input_schema": {"age": "float64"}, "output_schema": {"probability": "float64"}}\n')
    (directory / "metrics_v1.json").write_text('{"test_metrics": {"recall": 0.75}}\n')
    return directory


def remove(path: Path) -> None:
    if path.exists():
        subprocess.run(["chmod", "-R", "u+w", str(path)], check=False)
        shutil.rmtree(path)


class Registry:
    """A registry that the program works on."""

    def __init__(self, program: Path, path: Path, artifacts: Path):
        self.program, self.path, self.artifacts = program, path, artifacts

    def words(self, *words: str) -> list[str]:
        return [str(self.program), *words, "--registry", str(self.path)]

    def register(self, version: str) -> list[str]:
        return ["register", version, "--artifacts", str(self.artifacts), "--actor", "ana"]

    def run(self, *words: str, **options) -> subprocess.CompletedProcess:
        return run(*self.words(*words), **options)

    def must(self, *words: str) -> str:
        if words == ("policy",):
            (self.path / "policy.json").write_text(json.dumps({"promotion": POLICY}))
            return ""
        if list(words) == REFUSED:
            outcome = self.run(*words)
            if outcome.returncode != 6:
                fail(f"{' '.join(words)}: exit {outcome.returncode}\n{outcome.stderr}")
            return outcome.stdout
        return must(*self.words(*words))

    def state(self) -> tuple:
        """What readers see: the events of the history, the aliases and the versions."""
        outcome = self.run("history", "--json")
        if outcome.returncode == 3:
            return ((), (), ())
        if outcome.returncode != 0:
            fail(f"history: exit {outcome.returncode}: {outcome.stderr}")
        events = tuple(
            tuple(event.get(field) for field in CHECKED)
            for event in json.loads(outcome.stdout)["events"])
        versions = tuple(self.must("list", "--names-only").split())
        aliases = {}
        for file in self.path.glob("*.json"):
            if file.name != "policy.json":
                # The contract's reader: an alias file is whole at every instant.
                aliases[file.stem] = json.loads(file.read_text())["version"]
        for alias, version in aliases.items():
            if not (self.path / version / "model.bin").read_bytes():
                fail(f"{alias} names {version}, whose model is not there")
        return (events, tuple(sorted(aliases.items())), versions)

    def check_sound(self, place: str) -> None:
        for command in (["verify"], ["history", "--verify"]):
            outcome = self.run(*command)
            if outcome.returncode not in (0, 3):
                fail(f"{place}: {command}: {outcome.stdout} {outcome.stderr}")

    def again(self, place: str, command: list[str], after: tuple) -> None:
        """The command, given again, reaches the new state."""
        # Who approves twice, or is refused twice, has two lines in the history.
        if command[0] != "approve" and command != REFUSED or self.state() != after:
            outcome = self.run(*command)
            # Registering what is there already is refused; everything else says that it is so.
            expected = (0, 4) if command[0] == "register" else (6,) if command == REFUSED else (0,)
            if outcome.returncode not in expected:
                fail(f"{place}: again: exit {outcome.returncode}: {outcome.stderr}")
        if self.state() != after:
            fail(f"{place}: again leads to {self.state()}")

    def check_repaired(self, place: str) -> None:
        """`doctor --repair` mends what is left, and nothing is left then."""
        outcome = self.run("doctor", "--repair")
        if outcome.returncode != 0:
            fail(f"{place}: doctor --repair: {outcome.stdout} {outcome.stderr}")
        left = list((self.path / ".registry" / "staging").glob("*"))
        if left:
            fail(f"{place}: doctor --repair left {left}")
        self.check_sound(place + ", and repaired")

    def litter(self) -> list[str]:
        """Names in the registry directory that nobody would have given."""
        if not self.path.exists():
            return []
        known = re.compile(r"v\d+\.\d+\.\d+|[a-z]+\.json|\.registry")
        return [entry.name for entry in self.path.iterdir() if not known.fullmatch(entry.name)]


def commands(registry: Registry) -> dict[str, tuple[list[list[str]], list[str]]]:
    """Every command that writes: what comes before it, and itself."""
    # The first steps only make the history longer than any other file: see the torn lines.
    long = [registry.register("v0.1.0")]
    for _ in range(6):
        long += [["yank", "v0.1.0", "--reason", "long " * 40], ["yank", "v0.1.0", "--undo"]]
    both = long + [registry.register("v1.0.0"), registry.register("v1.1.0")]
    served = both + [["promote", "v1.0.0"]]
    return {
        "first register": ([], registry.register("v1.0.0")),
        "register": (both[:-1], both[-1]),
        "promote": (served, ["promote", "v1.1.0"]),
        "rollback": (served + [["promote", "v1.1.0"]], ["rollback", "v1.0.0"]),
        "alias": (served, ["alias", "staging", "v1.1.0"]),
        "yank": (served, ["yank", "v1.1.0", "--reason", "wrong data"]),
        "yank --undo": (
            served + [["yank", "v1.1.0", "--reason", "wrong data"]], ["yank", "v1.1.0", "--undo"]),
        "approve": (served, ["approve", "v1.1.0"]),
        "promote --force": (
            served + [["policy"]], ["promote", "v1.1.0", "--force", "service is down"]),
        "prune": (served, ["prune", "--keep", "2"]),
    }


def refusals(registry: Registry) -> dict[str, tuple[list[list[str]], list[str]]]:
    """Commands that write, and end with exit code 6."""
    steps, _ = commands(registry)["promote --force"]
    return {"promote, refused": (steps, REFUSED)}
