"""What the commands on a registry take, each beside its peer in the same run.

usage: registry_speed.py REGISTRY [--gigabytes 1] [--versions 10000] [--rounds 31]

Peers are the scripts in python_peers.py, git and sha256sum. Ours flushes everything to the disk
before it says that it is done; the Python peers flush nothing.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sample_registry import write_artifacts, write_registry
from whole_process import compare

parser = argparse.ArgumentParser()
parser.add_argument("registry")
parser.add_argument("--gigabytes", type=float, default=1)
parser.add_argument("--versions", type=int, default=10_000)
parser.add_argument("--rounds", type=int, default=31)
given = parser.parse_args()
PEERS = [sys.executable, str(Path(__file__).with_name("python_peers.py"))]
ratios: list[str] = []


def measure(title: str, goal: float, ours: list, peer: list, rounds: int, before=None) -> None:
    words = {f"{title}": [str(word) for word in ours], f"{title}: peer": [str(w) for w in peer]}
    ours_median, peer_median = compare(words, rounds, before).values()
    ratios.append(f"{title:28} {ours_median / peer_median:6.2f} x the peer, goal {goal}")


def main(directory: Path) -> None:
    # As it is installed: see start_up.py.
    program = shutil.copy(given.registry, directory / "registry")
    artifacts, small = write_artifacts(directory / "artifacts"), directory / "small"
    python, ours = directory / "python", [program]

    def run(*words) -> None:
        subprocess.run([program, *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    for version in ("v1.0.0", "v1.1.0"):
        run("register", version, "-a", artifacts, "-r", small)
        subprocess.run([*PEERS, "register", artifacts, python, version], check=True)
    run("promote", "v1.0.0", "-r", small)
    subprocess.run([*PEERS, "promote", python, "v1.0.0"], check=True)

    measure("resolve champion / git", 1.0, [*ours, "resolve", "champion", "-r", small],
            ["git", "--version"], 10 * given.rounds)
    measure("resolve champion / Python", 1.0, [*ours, "resolve", "champion", "-r", small],
            [*PEERS, "resolve", python], given.rounds)
    number = 0

    def fresh(words: list[str]) -> list[str]:
        """Another version in each round; promotions take turns."""
        nonlocal number
        number += 1
        turn = {"NEXT": f"v2.0.{number}", "TURN": f"v1.{number // 2 % 2}.0"}
        return [turn.get(word, word) for word in words]

    measure("register 4 small files", 0.5, [*ours, "register", "NEXT", "-a", artifacts, "-r", small],
            [*PEERS, "register", artifacts, python, "NEXT"], given.rounds, fresh)
    measure("promote", 0.5, [*ours, "promote", "TURN", "-r", small],
            [*PEERS, "promote", python, "TURN"], given.rounds, fresh)

    large, target = directory / "large", directory / "copies"
    target.mkdir()
    model = write_artifacts(directory / "large-artifacts", int(given.gigabytes * (1 << 30)))

    def emptied(words: list[str]) -> list[str]:
        subprocess.run(["chmod", "-Rf", "u+w", large], check=False)
        shutil.rmtree(large, ignore_errors=True)
        (target / "model.bin").unlink(missing_ok=True)
        return words

    measure("register a large model", 1.0, [*ours, "register", "v1.0.0", "-a", model, "-r", large],
            [*PEERS, "copy", model / "model_v1.bin", target / "model.bin"], 5, emptied)
    run("register", "v1.0.0", "-a", model, "-r", emptied([large])[0])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    measure("verify, every file", 0.5, [*ours, "verify", "-r", large],
            ["sha256sum", *sorted((large / "v1.0.0").iterdir())], 5)
    many = write_registry(directory / "many", given.versions)
    run("promote", "v1.5.5", "-r", many)
    measure(f"list {given.versions} versions", 0.1, [*ours, "list", "-r", many],
            [*PEERS, "list", many], 11)
    print()
    print("\n".join(ratios))
    print(f"largest process until then: {peak // 1024} MB")
    emptied([])


with tempfile.TemporaryDirectory() as place:
    try:
        main(Path(place))
    finally:
        # Versions are sealed: their directories cannot be emptied as they are.
        subprocess.run(["chmod", "-R", "u+w", place], check=False)
