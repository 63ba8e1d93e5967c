"""Runs programs in turn, so that a machine whose speed drifts does not favour one of them."""

import dataclasses
import json
import os
import statistics
import subprocess


@dataclasses.dataclass
class Outcome:
    """Medians of what a program took, and the seconds of its best round."""
    seconds: float
    best: float
    processor: float
    peak: float
    grown: float
    answers: list[float]


def limited(threads: int) -> dict[str, str]:
    """The environment that keeps the peers to so many threads.

    Threads that spin while they wait make peers many times slower where other programs run, too.
    """
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")
    return os.environ | {name: str(threads) for name in names} | {"OMP_WAIT_POLICY": "passive"}


def contest(commands: dict[str, list[str]], threads: int, rounds: int) -> dict[str, Outcome]:
    """Runs each command once a round, a process each; the answers are those of the last round."""
    found = {name: [] for name in commands}
    for number in range(rounds):
        for name, words in commands.items():
            done = subprocess.run(
                words, env=limited(threads), stdout=subprocess.PIPE, text=True, check=True)
            found[name].append(json.loads(done.stdout))
            print(f"  round {number + 1}, {threads} threads: {name} {found[name][-1]['seconds']:.3f} s",
                  flush=True)
    return {name: outcome(values) for name, values in found.items()}


def outcome(values: list[dict]) -> Outcome:
    middle = {name: statistics.median(value[name] for value in values)
              for name in ("seconds", "processor", "peak", "grown")}
    return Outcome(**middle, best=min(value["seconds"] for value in values),
                   answers=values[-1]["answers"])


def ratio(ours, theirs) -> str:
    """The ratio of the medians, and behind it that of the best rounds."""
    return f"{ours.seconds / theirs.seconds:.2f} ({ours.best / theirs.best:.2f})"


def processor_ratio(ours, theirs) -> str:
    """The ratio of the medians of what all threads together spent on processors."""
    return f"{ours.processor / theirs.processor:.2f}"
