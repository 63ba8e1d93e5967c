"""Measures scoring in memory beside its peers and prints tables for docs/scoring.md.

usage: measure.py [--rounds N] [--rows N] [--models DIRECTORY]

Builds what it measures. One thread each, a process a round, peers in turn, so that a machine whose speed
drifts does not favour one of them. Needs what requirements.txt names.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
IN_PROCESS = HERE.parent / "in-process"
OURS = IN_PROCESS / ".build/release/measure-scoring"
CONTESTS = {
    "forest": ("model.joblib", ["scikit-learn", "onnxruntime", "tl2cgen"]),
    "boosting": ("model.txt", ["lightgbm", "xgboost", "onnxruntime", "lleaves", "tl2cgen"]),
    "logistic": ("model.joblib", ["scikit-learn", "onnxruntime"]),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--models", type=pathlib.Path)
    given = parser.parse_args()
    subprocess.run(["swift", "build", "-c", "release", "--product", OURS.name], cwd=IN_PROCESS,
                   check=True)
    directory = given.models or pathlib.Path(tempfile.mkdtemp())
    if not (directory / "rows.f32").exists():
        subprocess.run([sys.executable, HERE / "models.py", directory, str(given.rows)], check=True)
    for model in CONTESTS:
        print("\n".join(table(model, directory, given.rounds)), flush=True)


def table(model, directory, rounds):
    file, peers = CONTESTS[model]
    commands = {"registry": [OURS, directory / model / file, directory / "rows.f32"]}
    for peer in peers:
        commands[peer] = [sys.executable, HERE / "peers.py", peer, directory, model]
    found = {name: [] for name in commands}
    for _ in range(rounds):
        for name, words in commands.items():
            found[name].append(run(words))
    rows = (directory / "rows.f32").stat().st_size / 120
    ours = {key: statistics.median(value[key] for value in found["registry"])
            for key in ("seconds", "alone")}
    lines = [f"| {model} | rows/s | registry is so many times as fast | one row, µs | ratio | worst difference |",
             "| --- | --- | --- | --- | --- | --- |"]
    for name, values in found.items():
        seconds = statistics.median(value["seconds"] for value in values)
        alone = statistics.median(value["alone"] for value in values)
        apart = max(abs(a - b) for a, b in zip(values[0]["answers"], found["registry"][0]["answers"]))
        lines.append(f"| {name} | {rows / seconds:,.0f} | {seconds / ours['seconds']:.2f} |"
                     f" {alone:.1f} | {alone / ours['alone']:.1f} | {apart:.1e} |")
    return lines + [""]


def run(words):
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    # One processor: whatever starts threads of its own has no other to run them on.
    done = subprocess.run(["taskset", "-c", "1", *map(str, words)], env=environment,
                          stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
