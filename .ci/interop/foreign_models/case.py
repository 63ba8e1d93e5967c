"""One foreign model with the rows it is compared on, and how both are written."""

import csv
import datetime
import json
import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

import hard_rows

# What a registered model may be off by, against the library that made it; in proportion above 1.
TOLERANCES = {"scikit-learn": 1e-12, "xgboost": 0.0, "lightgbm": 0.0, "onnx": 1e-5}
TASKS = {
    "binary": "binary_classification", "multiclass": "multiclass_classification",
    "regression": "regression",
}


@dataclass
class Case:
    """A fitted model: its files, its inputs and what its library answers."""

    name: str
    family: str
    task: str
    # Training rows with the model's inputs only, in the model's order.
    frame: pd.DataFrame
    # Writes the model's file into the directory and returns its name.
    save: Callable[[Path], str]
    # Rows to probabilities [n, classes], or to [n, 1] numbers; for labels only, their positions.
    answer: Callable[[pd.DataFrame], np.ndarray]
    classes: list = field(default_factory=list)
    # The library's own label of each row; the first highest probability when nothing is given.
    label: Callable[[pd.DataFrame], np.ndarray] | None = None
    labels_only: bool = False
    tolerance: float | None = None
    notes: list[str] = field(default_factory=list)
    # What metadata says beside what every team writes.
    metadata: dict = field(default_factory=dict)
    # Whether the library takes no text that is no category of the training rows; with pandas' own
    # categories such a text becomes a missing one before the library sees it.
    refuses_unseen: bool = False
    # Why we do not score it, for models that are told to be out of reach.
    refusal_expected: str = ""
    # What wrote the file, where it is not the library that answers.
    exporter: str = ""


def expected(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """What the library answers, in the columns that `registry predict` has."""
    answers = np.asarray(case.answer(rows), dtype=np.float64)
    if case.task == "regression":
        return pd.DataFrame({"prediction": answers[:, 0]})
    named = case.label(rows) if case.label else np.array(case.classes)[answers.argmax(axis=1)]
    table = {"label": np.asarray(named).ravel()}
    if not case.labels_only:
        for position, label in enumerate(case.classes):
            table[f"probability_{label}"] = answers[:, position]
    return pd.DataFrame(table)


def signature(case: Case, rows: pd.DataFrame) -> dict:
    label = case.classes[0] if case.classes else 0.0
    kind = {str: "str", int: "int", float: "float", bool: "bool"}[type(label)]
    if case.task == "regression":
        outputs = {"prediction": "float", "model_version": "str"}
    else:
        outputs = {"risk_score": "float", "risk_label": kind, "model_version": "str"}
    example = json.loads(rows.head(1).to_json(orient="records"))[0]
    return {
        "input_schema": {name: str(case.frame[name].dtype) for name in case.frame},
        "output_schema": outputs,
        "example_request": example,
        "example_response": {"model_version": "v1.0.0"},
    }


def metadata(case: Case, versions: dict[str, str]) -> dict:
    """As training scripts write it: a third says the task and the classes, a third a threshold."""
    fields = {
        "model_version": "v1.0.0",
        "created_at": datetime.datetime(2026, 1, 15, 20, 18, 40).isoformat(),
        "seed": 42,
        "expected_features": list(case.frame),
        "model_family": case.family,
        "libs_versions": versions,
    }
    turn = zlib.crc32(case.name.encode()) % 3
    if turn == 0:
        fields["task"] = TASKS[case.task]
        if case.classes:
            fields["classes"] = [str(label) for label in case.classes]
    if turn == 1 and case.task == "binary" and not case.labels_only:
        fields["threshold_policy"] = {"objective": "max_recall", "threshold_value": 0.35}
    return fields | case.metadata


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The training rows with texts in place of pandas' categories."""
    texts = [name for name in frame if str(frame[name].dtype) == "category"]
    return frame.astype({name: object for name in texts})


def typed(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as the library takes them, with pandas' categories."""
    rows = rows[list(case.frame)]
    wanted = {name: case.frame[name].dtype for name in case.frame}
    kinds = {name: kind for name, kind in wanted.items() if str(kind) == "category"}
    cast = rows.astype(kinds)
    if case.refuses_unseen and (cast.isna() & rows.notna()).any(axis=None):
        raise ValueError("found a category that is not in the training rows")
    return cast


def read_rows(path: Path, case: Case) -> pd.DataFrame:
    """The rows as pandas reads them, with the types that the signature names."""
    frame = plain(case.frame)
    numbers = {name: frame[name].dtype for name in hard_rows.numbers_of(frame)}
    texts = {name: frame[name].dtype for name in hard_rows.texts_of(frame)}
    return pd.read_csv(path, dtype=texts | numbers, float_precision="round_trip")


def write_json(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_case(case: Case, root: Path, versions: dict[str, str]) -> int:
    """Writes the directory and returns how many rows it has."""
    directory = root / case.name
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    model = case.save(directory)
    seed = zlib.crc32(case.name.encode()) % 2**31
    answer = lambda rows: case.answer(typed(case, rows))
    rows, refused = hard_rows.hard_rows(answer, plain(case.frame), seed)
    # Texts in quotes: spaces at their ends count, for pandas with or without.
    rows.to_csv(directory / "rows.csv", index=False, quoting=csv.QUOTE_NONNUMERIC)
    for kind, (row, _) in refused.items():
        path = directory / f"refused-{kind.replace(' ', '-')}.csv"
        row.to_csv(path, index=False, quoting=csv.QUOTE_NONNUMERIC)
    rows = read_rows(directory / "rows.csv", case)
    answers = expected(case, typed(case, rows))
    fields = metadata(case, versions)
    threshold = fields.get("threshold_policy", {}).get("threshold_value")
    if threshold is not None:
        positive = answers[f"probability_{case.classes[1]}"] >= threshold
        answers["label"] = np.array(case.classes)[positive.astype(int)]
    answers.to_csv(directory / "expected.csv", index=False)
    write_json(directory / "model_signature.json", signature(case, rows))
    write_json(directory / "model_metadata.json", fields)
    write_json(directory / "metrics.json", {"test_metrics": {"n_samples": 300}})
    library = case.family.split("/")[0]
    write_json(
        directory / "case.json",
        {
            "name": case.name, "family": case.family, "task": case.task, "model": model,
            "classes": [str(label) for label in case.classes], "labels_only": case.labels_only,
            "tolerance": TOLERANCES[library] if case.tolerance is None else case.tolerance,
            "notes": case.notes, "refusal_expected": case.refusal_expected,
            "exporter": case.exporter,
            "library_refused": {kind: reason for kind, (_, reason) in refused.items()},
        },
    )
    return len(rows)
