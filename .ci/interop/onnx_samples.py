"""Checks models of every kind that the tests wrote with onnx and onnxruntime, row by row.

usage: onnx_samples.py DIRECTORY

DIRECTORY has, for each model, NAME.onnx and NAME.json: rows, and what our session answers for them.
Made by the tests when REGISTRY_ONNX_SAMPLES names it.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

TOLERANCE = 1e-5


def feed(sample: dict) -> dict[str, np.ndarray]:
    """One [N, 1] tensor a column; a missing number is NaN, a missing text is empty."""
    numbers = {
        name: np.array(values, dtype=np.float32).reshape(-1, 1)
        for name, values in sample["numbers"].items()
    }
    texts = {
        name: np.array(values, dtype=object).reshape(-1, 1)
        for name, values in sample["texts"].items()
    }
    return numbers | texts


def failures(path: Path) -> list[str]:
    content = path.read_bytes()
    model = onnx.load_from_string(content)
    onnx.checker.check_model(model, full_check=True)
    found = []
    if model.SerializeToString() != content:
        found.append("Python writes other bytes than are in the file")
    sample = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    answers = dict(zip(names, session.run(names, feed(sample))))
    for name, ours in sample["floats"].items():
        ours = np.array(ours, dtype=np.float64)
        theirs = np.asarray(answers[name], dtype=np.float64).ravel()
        if ours.shape != theirs.shape:
            found.append(f"{name}: {ours.shape} numbers, but onnxruntime has {theirs.shape}")
            continue
        # What is far from 1 is compared in proportion.
        difference = np.abs(ours - theirs) / np.maximum(1, np.abs(theirs))
        over = int((~(difference <= TOLERANCE)).sum())
        print(f"  {path.stem}: {name}, {len(ours)} numbers, worst difference {difference.max():.2g}")
        if over:
            found.append(f"{name}: {over} numbers differ by more than {TOLERANCE}")
    if "labels" in sample:
        other = int((np.asarray(answers["label"]).astype(str) != np.array(sample["labels"])).sum())
        if other:
            found.append(f"{other} labels differ")
    return found


def main() -> int:
    models = sorted(Path(sys.argv[1]).glob("*.onnx"))
    if not models:
        print("  FAILED no model was written", file=sys.stderr)
        return 1
    code = 0
    for path in models:
        for failure in failures(path):
            print(f"  FAILED {path.stem}: {failure}", file=sys.stderr)
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
