"""Makes the rows and the models that scoring is measured on, into a directory.

usage: models.py DIRECTORY [ROWS]

1,000,000 rows of 30 floats; a forest of 200 trees of depth 10, boosting of 200 trees of 31 leaves and a
logistic regression, each as the library that made it saves it, as ONNX, and with the files that the
registry wants beside a model.
"""

import json
import pathlib
import sys

import joblib
import lightgbm
import numpy as np
import onnxmltools
import skl2onnx
import xgboost
from onnxmltools.convert.common.data_types import FloatTensorType as LightGBMFloats
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression

COLUMNS, TRAINED = 30, 60_000


def main(directory: pathlib.Path, rows: int):
    features, labels = make_classification(rows, COLUMNS, n_informative=12, random_state=1)
    features = features.astype(np.float32)
    directory.mkdir(parents=True, exist_ok=True)
    features.tofile(directory / "rows.f32")
    fit, target = features[:TRAINED], labels[:TRAINED]
    make_scikit_learn(directory / "forest", RandomForestClassifier(
        200, max_depth=10, random_state=1, n_jobs=-1).fit(fit, target))
    make_scikit_learn(directory / "logistic", LogisticRegression(max_iter=1000).fit(fit, target))
    make_boosting(directory / "boosting", fit, target)


def make_scikit_learn(place, model):
    model.n_jobs = 1
    beside(place)
    joblib.dump(model, place / "model.joblib")
    made = skl2onnx.to_onnx(model, initial_types=[("x", FloatTensorType([None, COLUMNS]))],
                            options={"zipmap": False}, target_opset={"": 17, "ai.onnx.ml": 3})
    (place / "model.onnx").write_bytes(made.SerializeToString())


def make_boosting(place, fit, target):
    beside(place)
    model = lightgbm.train({"objective": "binary", "num_leaves": 31, "verbose": -1, "seed": 1},
                           lightgbm.Dataset(fit, target), 200)
    model.save_model(place / "model.txt")
    made = onnxmltools.convert_lightgbm(
        model, initial_types=[("x", LightGBMFloats([None, COLUMNS]))], zipmap=False,
        target_opset=15)
    (place / "model.onnx").write_bytes(made.SerializeToString())
    other = xgboost.XGBClassifier(n_estimators=200, max_leaves=31, grow_policy="lossguide",
                                  max_depth=0, learning_rate=0.1, n_jobs=1).fit(fit, target)
    other.save_model(place / "model.json")


def beside(place):
    """What the registry wants beside a model."""
    place.mkdir(parents=True, exist_ok=True)
    metadata = {"task": "binary_classification", "classes": ["0", "1"]}
    (place / "model_metadata.json").write_text(json.dumps(metadata))
    schema = {f"x{number}": "float" for number in range(COLUMNS)}
    (place / "model_signature.json").write_text(json.dumps({"input_schema": schema}))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
