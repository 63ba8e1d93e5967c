"""ONNX: LightGBM and XGBoost by onnxmltools, and CatBoost's own export, answered by onnxruntime."""

import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import lightgbm
import numpy as np
import onnxmltools
import xgboost
from onnxmltools.convert.common.data_types import FloatTensorType

import boosted_data as data
from case import Case
from onnx_cases import session_case
from sizes import depth, trees

TASKS = ["binary", "multiclass", "regression"]
TABLES = {"numbers": data.numbers, "complete": data.complete_numbers, "codes": data.code_categories}


def unfitted(library: str, task: str):
    is_number = task == "regression"
    if library == "lightgbm":
        kind = lightgbm.LGBMRegressor if is_number else lightgbm.LGBMClassifier
        return kind(n_estimators=trees(15), num_leaves=12, max_depth=depth(99), verbosity=-1, n_jobs=1, random_state=3)
    kind = xgboost.XGBRegressor if is_number else xgboost.XGBClassifier
    return kind(n_estimators=trees(15), max_depth=depth(4), n_jobs=1, random_state=3)


def cases() -> Iterator[tuple[str, callable]]:
    for library in ["lightgbm", "xgboost"]:
        for task in TASKS:
            for table in ["numbers", "complete"] + (["codes"] if library == "lightgbm" else []):
                for zipmap in [True, False] if task == "binary" else [table == "numbers"]:
                    name = f"onnx-{library}-{task}-{table}-{'zipmap' if zipmap else 'tensor'}"
                    yield name, _converted(name, library, task, table, zipmap)
    if find_spec("catboost"):
        for task in TASKS:
            for table in ["numbers", "complete"]:
                name = f"onnx-catboost-{task}-{table}"
                yield name, _catboost(name, task, table)


def _converted(name, library, task, table, zipmap):
    def build() -> Case:
        frame = TABLES[table]()
        model = unfitted(library, task)
        more = {}
        if table == "codes":
            more["categorical_feature"] = [list(frame).index(c) for c in data.CATEGORIES]
        model.fit(frame.to_numpy(np.float32), data.target(task), **more)
        types = [("input", FloatTensorType([None, len(frame.columns)]))]
        convert = getattr(onnxmltools, f"convert_{library}")
        options = {"zipmap": zipmap} if library == "lightgbm" else {}
        content = convert(model, initial_types=types, **options).SerializeToString()
        classes = [] if task == "regression" else model.classes_.tolist()
        return session_case(name, library, task, content, frame, classes, "onnxmltools")

    return build


def _catboost(name, task, table):
    def build() -> Case:
        import catboost

        frame = TABLES[table]()
        kind = catboost.CatBoostRegressor if task == "regression" else catboost.CatBoostClassifier
        model = kind(iterations=trees(15), depth=depth(4), random_seed=3, thread_count=1, verbose=False,
                     allow_writing_files=False)
        model.fit(frame.to_numpy(np.float32), data.target(task))
        with tempfile.TemporaryDirectory() as work:
            path = Path(work) / "model.onnx"
            model.save_model(str(path), format="onnx")
            content = path.read_bytes()
        classes = [] if task == "regression" else model.classes_.tolist()
        return session_case(name, "catboost", task, content, frame, classes, "catboost")

    return build
