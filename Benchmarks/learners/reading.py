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
from contest import contest, processor_ratio, ratio
from page import measured_with, table, write_section

PEERS = pathlib.Path(__file__).with_name("peers.py")
OURS, GOALS = "CSVReader", {"pandas": 0.3, "polars": 1.0}
# Whether numbers keep their decimals; the published ones are whole.
FORMS = {"whole": False, "of three decimals": True}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("bank")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    load, found = os.getloadavg(), {}
    rows = data.resampled(data.with_holdout(data.bank(given.bank)), given.rows)[:given.rows]
    numbers = rows.select_dtypes("float").columns
    with tempfile.TemporaryDirectory() as directory:
        for form, decimals in FORMS.items():
            path = f"{directory}/{form}.csv"
            written = rows if decimals else rows.astype({name: int for name in numbers})
            written.to_csv(path, index=False, sep=";", quoting=csv.QUOTE_NONNUMERIC)
            commands = {OURS: [given.program, "read", path]} | {
                name: [sys.executable, str(PEERS), "read", name, path] for name in GOALS}
            outcomes = contest(commands, 1, given.rounds)
            found |= {(form, name): (run, os.path.getsize(path) / 2**20 / run.seconds)
                      for name, run in outcomes.items()}
    lines = [[name, form, f"{run.seconds:.3g} s", f"{speed:.0f} MiB", f"{run.grown:.0f} MiB",
              f"{run.peak:.0f} MiB"] for (form, name), (run, speed) in found.items()]
    quotients = []
    for form in FORMS:
        ours, _ = found[form, OURS]
        for name, goal in GOALS.items():
            run, _ = found[form, name]
            quotients.append([
                f"{OURS} / {name}", form, f"≤ {goal}", ratio(ours, run),
                processor_ratio(ours, run), "≤ 0.5",
                f"{ours.grown / run.grown:.2f}", f"{ours.peak / run.peak:.2f}"])
    write_section("reading", [
        *table(["reads", "numbers", "takes", "a second", "memory: more", "in all"], lines),
        *table(["ratio", "numbers", "goal", "is", "processor", "memory: goal", "more", "in all"],
               quotients),
        *measured_with(f"medians of {given.rounds} rounds", load)])


if __name__ == "__main__":
    main()
