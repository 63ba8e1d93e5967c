"""ONNX: what skl2onnx, onnxmltools and CatBoost export, answered by onnxruntime."""

from collections.abc import Iterator
from itertools import cycle

import numpy as np
import onnxruntime
import pandas as pd
from skl2onnx import to_onnx
from skl2onnx.common.data_types import (
    BooleanTensorType,
    DoubleTensorType,
    FloatTensorType,
    Int64TensorType,
    StringTensorType,
)
from sklearn.pipeline import Pipeline

import onnx_preparations as preparations
import tables
from case import Case
from sklearn_cases import FAMILIES
from sklearn_estimators import ESTIMATORS

KINDS = {
    "tensor(float)": np.float32, "tensor(double)": np.float64, "tensor(int64)": np.int64,
    "tensor(bool)": bool, "tensor(int32)": np.int32,
}
FORMS = {"zipmap": True, "tensor": False, "columns": "columns"}
# Estimator: tasks and preparations; each is converted in one form of probabilities after the other.
CONVERTED = {
    "logistic": (["binary", "multiclass"], ["columns", "texts", "matrix"]),
    "logistic-ovr": (["multiclass"], ["matrix"]),
    "logistic-elastic": (["binary", "multiclass"], ["double"]),
    "ridge": (["regression"], ["columns", "texts", "double"]),
    "lasso": (["regression"], ["matrix"]),
    "elastic": (["regression"], ["columns"]),
    "linear": (["regression"], ["matrix"]),
    "tree": (["binary", "multiclass", "regression"], ["columns", "whole"]),
    "forest": (["binary", "multiclass", "regression"], ["texts", "matrix", "ordinal"]),
    "extra": (["binary", "multiclass", "regression"], ["columns", "texts"]),
    "boosting": (["binary", "multiclass", "regression"], ["texts", "matrix"]),
    "histogram": (["binary", "multiclass", "regression"], ["matrix", "bare"]),
    "calibrated-sigmoid": (["binary", "multiclass"], ["columns"]),
    "calibrated-isotonic": (["binary", "multiclass"], ["texts"]),
    "calibrated-single": (["binary"], ["bare"]),
    "voting-soft": (["binary", "multiclass", "regression"], ["columns"]),
    "voting-hard": (["binary"], ["matrix"]),
}


def feed(session, rows: pd.DataFrame) -> dict[str, np.ndarray]:
    """For each input as many columns as it takes; a missing text is empty."""
    given, start = {}, 0
    for port in session.get_inputs():
        columns = rows.iloc[:, start : start + port.shape[1]]
        start += port.shape[1]
        if port.type == "tensor(string)":
            given[port.name] = columns.fillna("").to_numpy(object)
            continue
        if KINDS[port.type] in (np.int64, np.int32) and columns.isna().any(axis=None):
            raise ValueError(f"whole numbers of '{port.name}' are missing")
        given[port.name] = columns.to_numpy(KINDS[port.type])
    return given


def numbers_in(outputs: list, names: list[str]) -> tuple[np.ndarray | None, np.ndarray]:
    """The labels, where there are, and the numbers, from every form in which they come."""
    if len(outputs) == 1:
        return None, np.asarray(outputs[0], dtype=float).reshape(len(outputs[0]), -1)
    label, rest = np.asarray(outputs[0]), outputs[1:]
    if isinstance(rest[0], list):
        return label, np.array([list(row.values()) for row in rest[0]], dtype=float)
    if len(rest) > 1:
        return label, np.column_stack([np.asarray(one).ravel() for one in rest]).astype(float)
    return label, np.asarray(rest[0], dtype=float)


def session_case(name, family, task, content, frame, classes, exporter, notes=()) -> Case:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(rows: pd.DataFrame):
        return numbers_in(session.run(names, feed(session, rows)), names)

    def save(directory):
        (directory / "model.onnx").write_bytes(content)
        return "model.onnx"

    return Case(
        name=name, family=f"onnx/{family}", task=task, frame=frame, save=save,
        answer=lambda rows: run(rows)[1], classes=classes,
        label=None if task == "regression" else (lambda rows: run(rows)[0]),
        notes=list(notes), exporter=exporter,
    )


def input_types(frame: pd.DataFrame, wide: bool) -> list[tuple]:
    number = DoubleTensorType if wide else FloatTensorType
    found = []
    for name, kind in frame.dtypes.items():
        if kind == bool:
            found.append((name, BooleanTensorType([None, 1])))
        elif pd.api.types.is_integer_dtype(kind):
            found.append((name, Int64TensorType([None, 1])))
        elif pd.api.types.is_float_dtype(kind):
            found.append((name, number([None, 1])))
        else:
            found.append((name, StringTensorType([None, 1])))
    return found


def cases() -> Iterator[tuple[str, callable]]:
    forms = cycle(FORMS)
    for estimator, (tasks, prepared) in CONVERTED.items():
        for task in tasks:
            for preparation in prepared:
                is_fixed = task == "regression" or preparation == "double"
                form = "tensor" if is_fixed else next(forms)
                name = f"onnx-{estimator}-{task}-{preparation}-{form}"
                yield name, _converted(name, estimator, task, preparation, form)


def _converted(name, estimator, task, preparation, form):
    def build() -> Case:
        maker, columns, is_matrix = preparations.PREPARATIONS[preparation]
        frame = preparations.rows()[columns]
        target = tables.target(tables.customers(), task, preparations.labels(task, name))
        model = ESTIMATORS[estimator][0](task)
        if maker:
            model = Pipeline([("prep", maker()), ("model", model)])
        given = frame.to_numpy(np.float32) if is_matrix else frame
        model.fit(given, target)
        types = [("input", FloatTensorType([None, len(columns)]))]
        options = {} if task == "regression" else {id(model): {"zipmap": FORMS[form]}}
        content = to_onnx(
            model, initial_types=types if is_matrix else input_types(frame, preparation == "double"), options=options
        ).SerializeToString()
        classes = [] if task == "regression" else model.classes_.tolist()
        kind = estimator.split("-")[0]
        return session_case(
            name, FAMILIES.get(kind, kind), task, content, frame, classes, "skl2onnx",
            [f"probabilities: {form}"])

    return build


