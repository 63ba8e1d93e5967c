"""`registry train --model all` and the same work in Python, as whole processes: see docs/learners.md.

usage: training.py REGISTRY BANK_CSV [--rounds 5]

Nothing large is imported here: what a process starts counts as its own size.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))

from contest import limited
from page import measured_with, table, write_section
from whole_process import seconds_and_size

OURS, THEIRS = "`registry train --model all`", "the same in Python"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registry")
    parser.add_argument("bank")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    load, found = os.getloadavg(), {OURS: [], THEIRS: []}
    with tempfile.TemporaryDirectory() as directory:
        # As it is installed.
        program = shutil.copy(given.registry, directory)
        commands = {
            OURS: [program, "train", "--data", given.bank, "--target", "y", "--positive", "yes",
                   "--model", "all", "--output", f"{directory}/artifacts"],
            THEIRS: [sys.executable, str(HERE / "train_all.py"), given.bank, "y", "yes", directory],
        }
        for _ in range(given.rounds):
            for name, words in commands.items():
                found[name].append(seconds_and_size(words, limited(2)))
    medians = {name: [statistics.median(values) for values in zip(*runs)]
               for name, runs in found.items()}
    best = [min(seconds for seconds, _ in runs) for runs in found.values()]
    ratio = [ours / theirs for ours, theirs in zip(medians[OURS], medians[THEIRS])]
    lines = [[name, f"{seconds:.2f} s", f"{size:.0f} MiB"]
             for name, (seconds, size) in medians.items()]
    lines += [["ratio", f"{ratio[0]:.2f} ({best[0] / best[1]:.2f})", f"{ratio[1]:.2f}"],
              ["goal", "≤ 0.2", "≤ 0.5"]]
    write_section("training", [
        *table(["2 threads", "whole process", "largest size"], lines),
        *measured_with(f"medians of {given.rounds} rounds", load)])


if __name__ == "__main__":
    main()
