"""Measures the learners beside their peers and writes the tables of docs/learners.md.

usage: measure.py BANK_CSV [--only PART ...]

Builds what it measures, and takes an hour on a machine that does nothing else. PART is one of fits,
many, reading, training, quality. Needs what requirements.txt names.
"""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
IN_PROCESS = ROOT / "Benchmarks/in-process"
LEARNERS, REGISTRY = IN_PROCESS / ".build/release/measure-learners", ROOT / ".build/release/registry"
PARTS = {
    "fits": ["fits.py", LEARNERS],
    "many": ["fits.py", LEARNERS, "--rows", "1000000", "--threads", "2"],
    "reading": ["reading.py", LEARNERS],
    "training": ["training.py", REGISTRY],
    "quality": ["quality.py", LEARNERS],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bank")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    given = parser.parse_args()
    build = ["swift", "build", "-c", "release"]
    subprocess.run([*build, "--product", "registry"], cwd=ROOT, check=True)
    subprocess.run([*build, "--product", LEARNERS.name], cwd=IN_PROCESS, check=True)
    for part in given.only:
        script, program, *options = PARTS[part]
        subprocess.run([sys.executable, HERE / script, program, given.bank, *options], check=True)


if __name__ == "__main__":
    main()
