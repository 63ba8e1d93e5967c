"""What judging a version takes: `diff`, `next`, `lint` and a paired `gate`, as whole processes.

usage: judging_speed.py REGISTRY [--rows 100000] [--rounds 11]

Two versions with that many held-out rows each. The peer of a gate is a Python process that reads both
files with pandas and computes both areas under the ROC curve with scikit-learn, without any interval; it
is left out where these are not installed.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_process import compare

parser = argparse.ArgumentParser()
parser.add_argument("registry")
parser.add_argument("--rows", type=int, default=100_000)
parser.add_argument("--rounds", type=int, default=11)
given = parser.parse_args()

PEER = """
import sys, pandas, sklearn.metrics
for path in sys.argv[1:]:
    rows = pandas.read_csv(path)
    print(sklearn.metrics.roc_auc_score(rows.label == "yes", rows.probability))
"""


def write_artifacts(directory: Path, seed: int) -> Path:
    """Artifacts of a model with 16 inputs, whose scores are seeded noise around the labels."""
    directory.mkdir()
    drawn, labels = random.Random(seed), random.Random(0)
    lines, counts = ["row_id,split,label,probability"], [[0, 0], [0, 0]]
    for row in range(given.rows):
        label = int(labels.random() < 0.2)
        score = min(1, max(0, drawn.gauss(0.3 + 0.3 * label, 0.2)))
        counts[label][score >= 0.5] += 1
        lines.append(f"{row + 1},test,{'yes' if label else 'no'},{score:.6f}")
    (directory / "holdout_predictions.csv").write_text("\n".join(lines) + "\n")
    names = [f"input_{number}" for number in range(16)]
    (tn, fp), (fn, tp) = counts
    files = {
        "model_metadata_v1.json": {
            "model_family": "hist_gb", "data_sha256": "aa", "positive_label": "yes",
            "expected_features": names, "threshold_policy": {"threshold_value": 0.5}},
        "model_signature_v1.json": {
            "input_schema": {name: "float64" for name in names},
            "output_schema": {"probability": "float64"}},
        "metrics_v1.json": {"test_metrics": {
            "recall": tp / (tp + fn), "precision": tp / (tp + fp),
            "confusion_matrix": counts, "n_samples": given.rows}},
    }
    for name, value in files.items():
        (directory / name).write_text(json.dumps(value))
    (directory / "model_v1.bin").write_bytes(b"model")
    return directory


def main(directory: Path) -> None:
    # As it is installed: see start_up.py.
    program = shutil.copy(given.registry, directory / "registry")
    registry = directory / "models"
    for number, version in enumerate(("v1.0.0", "v1.0.1")):
        artifacts = write_artifacts(directory / f"artifacts-{number}", number)
        subprocess.run([program, "register", version, "-a", artifacts, "-r", registry], check=True)
    subprocess.run([program, "promote", "v1.0.0", "-r", registry], check=True)

    def policy(metric: str) -> None:
        # So wide that it passes, whatever the seed.
        gates = {"promotion": {"gates": [{"metric": metric, "not_worse_by": 0.5}]}}
        (registry / "policy.json").write_text(json.dumps(gates))

    on = ["-r", str(registry)]
    compare({
        "version": [program, "--version"],
        "diff": [program, "diff", "v1.0.0", "v1.0.1", *on],
        "next": [program, "next", "-a", str(artifacts), *on],
        "lint": [program, "lint", "v1.0.1", *on],
    }, given.rounds)
    for metric in ("roc_auc", "recall", "brier_score", "pr_auc"):
        policy(metric)
        words = {f"gate on {metric}": [program, "gate", "v1.0.1", *on]}
        if metric == "roc_auc" and has_peer():
            paths = [str(registry / version / "holdout_predictions.csv")
                     for version in ("v1.0.0", "v1.0.1")]
            words["pandas and scikit-learn"] = [sys.executable, "-c", PEER, *paths]
        medians = list(compare(words, given.rounds).values())
        if len(medians) == 2:
            print(f"{'ratio':32} {medians[0] / medians[1]:10.2f}")


def has_peer() -> bool:
    return subprocess.run([sys.executable, "-c", "import pandas, sklearn"],
                          capture_output=True, check=False).returncode == 0


with tempfile.TemporaryDirectory() as place:
    try:
        main(Path(place))
    finally:
        # Versions are sealed: their directories cannot be emptied as they are.
        subprocess.run(["chmod", "-R", "u+w", place], check=False)
