"""Checks a trained model with onnx and onnxruntime, row by row against our own scorer.

usage: onnx_model.py ARTIFACTS CSV --predictions FILE

FILE is what `registry predict` wrote for all rows of CSV.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pandas as pd

from artifacts import Artifacts, features, inferred_type, onnx_feed, read_csv

TOLERANCE = 1e-5
failures: list[str] = []


def expect(condition: bool, claim: str) -> None:
    if not condition:
        failures.append(claim)


def check_file(path: Path, input_types: dict[str, str]) -> None:
    """The file is valid, its inputs are the signature's, and Python writes the same bytes."""
    content = path.read_bytes()
    model = onnx.load_from_string(content)
    onnx.checker.check_model(model, full_check=True)
    expect(model.SerializeToString() == content, "Python writes other bytes than are in the file")
    names = [value.name for value in model.graph.input]
    expect(names == list(input_types), f"inputs {names}, but the signature has {list(input_types)}")
    for value in model.graph.input:
        tensor = value.type.tensor_type
        wanted = (
            onnx.TensorProto.STRING
            if input_types.get(value.name) == "object"
            else onnx.TensorProto.FLOAT
        )
        expect(tensor.elem_type == wanted, f"input '{value.name}' has another type than its column")
        width = [dimension.dim_value for dimension in tensor.shape.dim]
        expect(len(width) == 2 and width[1] == 1, f"input '{value.name}' is not [N, 1]")
    print(f"  {len(content)} bytes, {len(names)} inputs: valid, and the same bytes from Python")


def check_types(rows: pd.DataFrame, input_types: dict[str, str]) -> None:
    for name, kind in input_types.items():
        found = inferred_type(rows[name])
        # A column without any value is float64 for pandas and may be dropped or text for others.
        expect(found == kind, f"'{name}' is {kind} in the signature and {found} for pandas")


def compare(
    what: str, ours: pd.Series, labels: pd.Series, theirs: np.ndarray, their_labels: np.ndarray
) -> None:
    expect(len(ours) == len(theirs), f"{what}: {len(ours)} rows, but onnxruntime has {len(theirs)}")
    if len(ours) != len(theirs):
        return
    difference = np.abs(ours.to_numpy(np.float64) - theirs.astype(np.float64))
    other = int((labels.to_numpy() != their_labels).sum())
    print(f"  {what}: {len(ours)} rows, worst difference {difference.max():.2g}, {other} other labels")
    expect(bool(np.isfinite(difference).all()), f"{what}: a probability is not a number")
    expect(difference.max() <= TOLERANCE, f"{what}: differs by more than {TOLERANCE}")
    expect(other == 0, f"{what}: {other} labels differ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("artifacts", type=Path)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--predictions", type=Path, required=True)
    options = parser.parse_args()
    artifacts = Artifacts(options.artifacts)
    types = artifacts.input_types
    target = artifacts.json("model_metadata")["target"]
    check_file(artifacts.model, types)
    rows = read_csv(options.csv, target)
    check_types(rows, types)

    session = onnxruntime.InferenceSession(artifacts.model, providers=["CPUExecutionProvider"])
    labels, probabilities = session.run(
        ["label", "probabilities"], onnx_feed(features(rows, types))
    )
    positive = np.asarray(probabilities)[:, 1]
    their_labels = np.asarray(labels).astype(str)

    holdout = artifacts.holdout()
    at = holdout["row"].to_numpy()
    ours = holdout["probability"]
    threshold = artifacts.json("model_metadata")["threshold_policy"]["threshold_value"]
    our_labels = pd.Series(np.where(ours >= threshold, *reversed(artifacts.classes)))
    compare("held-out rows", ours, our_labels, positive[at], their_labels[at])
    truth = rows[target].to_numpy()[at]
    expect(bool((holdout["label"].to_numpy() == truth).all()), "a held-out label is not the file's")

    predicted = pd.read_csv(
        options.predictions,
        dtype={"label": str, "probability": np.float32},
        keep_default_na=False,
    )
    compare(
        "registry predict", predicted["probability"], predicted["label"], positive, their_labels
    )
    for failure in failures:
        print(f"  FAILED {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
