"""Converts models to ONNX with `registry convert`, and compares what onnxruntime answers with what the library
that made each model answered.

usage: convert.py OUT [OUT ...] --registry BINARY

OUT is what make.py wrote. Every file that is written has to pass onnx.checker in full, and to answer within
1e-5 in proportion. A model may be refused: because it is not scored, because ONNX has no words for it, or because
its rows would be answered otherwise. Ends with 1 for any other outcome.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pandas as pd

TOLERANCE = 1e-5
# What `registry convert` says when it refuses: usage for what cannot be said, 5 for other answers.
REFUSALS = {2, 3, 5}
DTYPES = {"tensor(double)": np.float64, "tensor(float)": np.float32}
TRUTHS = {"True": 1.0, "False": 0.0, True: 1.0, False: 0.0}


def feed(session: onnxruntime.InferenceSession, directory: Path) -> dict[str, np.ndarray]:
    """The rows as the session takes them: texts as they are, an empty cell as the empty text or NaN."""
    texts = {entry.name: str for entry in session.get_inputs() if entry.type == "tensor(string)"}
    rows = pd.read_csv(directory / "rows.csv", dtype=texts, keep_default_na=False, na_values=[""])
    inputs = {}
    for entry in session.get_inputs():
        column = rows[entry.name]
        if entry.name in texts:
            inputs[entry.name] = column.fillna("").to_numpy(dtype=object).reshape(-1, 1)
        else:
            numbers = column.map(lambda cell: TRUTHS.get(cell, cell)).astype(float)
            inputs[entry.name] = numbers.to_numpy().astype(DTYPES[entry.type]).reshape(-1, 1)
    return inputs


def worst(directory: Path, file: Path) -> float:
    """The largest difference from what the library answered, in proportion where numbers are beyond 1."""
    onnx.checker.check_model(onnx.load(file), full_check=True)
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    answers = dict(zip(names, session.run(None, feed(session, directory))))
    expected = pd.read_csv(directory / "expected.csv", dtype=str, keep_default_na=False)
    wanted = expected.drop(columns="label", errors="ignore").astype(float).to_numpy()
    if wanted.shape[1] == 0:
        # The library answers labels alone.
        same = expected["label"].map(spelled).to_numpy() == spelled_labels(answers["label"])
        return 0.0 if same.all() else np.inf
    found = answers["prediction"] if "prediction" in answers else answers["probabilities"]
    if found.shape != wanted.shape:
        found = found[:, -wanted.shape[1]:]
    differences = np.abs(found - wanted) / np.maximum(1, np.abs(wanted))
    # What is no number has to be none on both sides.
    differences[np.isnan(found) != np.isnan(wanted)] = np.inf
    return float(np.nanmax(differences, initial=0.0))


def spelled(label: str) -> str:
    """A label in one spelling: 1, 1.0 and True are the same label in different languages."""
    try:
        return repr(float(TRUTHS.get(label, label)))
    except ValueError:
        return label


def spelled_labels(labels: np.ndarray) -> np.ndarray:
    return np.array([spelled(str(label)) for label in labels])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--registry", required=True, type=Path)
    arguments = parser.parse_args()
    converted, refused, failures, largest = 0, 0, [], 0.0
    for place in arguments.places:
        for directory in sorted(path for path in place.iterdir() if (path / "case.json").exists()):
            model = directory / json.loads((directory / "case.json").read_text())["model"]
            if model.suffix == ".onnx":
                continue
            with tempfile.TemporaryDirectory() as work:
                file = Path(work) / "model.onnx"
                command = [arguments.registry, "convert", model, "--to", "onnx"]
                command += ["--input", directory / "rows.csv", "--output", file]
                done = subprocess.run(command, capture_output=True, text=True)
                if done.returncode in REFUSALS and not file.exists():
                    refused += 1
                    continue
                if done.returncode != 0:
                    failures.append(f"{directory}: exit {done.returncode}: {done.stderr.strip()}")
                    continue
                difference = worst(directory, file)
            converted += 1
            largest = max(largest, difference)
            if difference > TOLERANCE:
                failures.append(f"{directory}: {difference}")
    print(f"converted {converted} models, refused {refused}; the largest difference is {largest:.1e}")
    for failure in failures:
        print(f"  FAILED {failure}")
    if refused > converted / 4:
        failures.append("more are refused than a quarter of those that are converted")
        print(f"  FAILED {failures[-1]}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
