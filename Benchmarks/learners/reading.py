"""From a CSV file of 1,000,000 rows to a table in memory, on one thread: see docs/learners.md.

usage: reading.py MEASURE_LEARNERS BANK_CSV [--rows 1000000] [--rounds 5]
"""

import argparse
import csv
import os
import pathlib
import sys
import tempfile

import data
from contest import contest
from page import measured_with, table, write_section

PEERS = pathlib.Path(__file__).with_name("peers.py")
OURS, GOALS = "CSVReader", {"pandas": 0.3, "polars": 1.0}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("bank")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    load = os.getloadavg()
    with tempfile.TemporaryDirectory() as directory:
        path = f"{directory}/rows.csv"
        # As it is published: separated by semicolons, text in quotes.
        rows = data.resampled(data.with_holdout(data.bank(given.bank)), given.rows)[:given.rows]
        rows.to_csv(path, index=False, sep=";", quoting=csv.QUOTE_NONNUMERIC)
        size = os.path.getsize(path) / 2**20
        commands = {OURS: [given.program, "read", path]} | {
            name: [sys.executable, str(PEERS), "read", name, path] for name in GOALS}
        found = contest(commands, 1, given.rounds)
    lines = [[name, f"{run.seconds:.3g} s", f"{size / run.seconds:.0f} MiB/s",
              f"{run.grown:.0f} MiB", f"{run.peak:.0f} MiB"] for name, run in found.items()]
    ours = found.pop(OURS)
    quotients = [[f"{OURS} / {name}", f"≤ {GOALS[name]}", f"{ours.seconds / run.seconds:.2f}",
                  "≤ 0.5", f"{ours.grown / run.grown:.2f}", f"{ours.peak / run.peak:.2f}"]
                 for name, run in found.items()]
    write_section("reading", [
        *table(["reads", "seconds", "a second", "memory: more", "in all"], lines),
        *table(["ratio", "goal", "seconds", "memory: goal", "more", "in all"], quotients),
        *measured_with(f"medians of {given.rounds} rounds", load)])


if __name__ == "__main__":
    main()
