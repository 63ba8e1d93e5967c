"""Preprocessing that skl2onnx converts, and the rows it is fitted on."""

import zlib

import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (
    MinMaxScaler,
    OneHotEncoder,
    OrdinalEncoder,
    RobustScaler,
    StandardScaler,
)

from tables import NUMBERS, TEXTS, WHOLE, customers

LABELS = {
    "binary": [[0, 1], ["no", "yes"], [3, 7]],
    "multiclass": [["high", "low", "mid"], [0, 1, 2], [10, 20, 30]],
}


def rows() -> pd.DataFrame:
    """The customers, a missing job being an empty text: ONNX has no missing texts."""
    frame = customers()
    frame["job"] = frame["job"].astype(object).fillna("")
    return frame


def labels(task: str, name: str) -> list | None:
    sets = LABELS.get(task)
    return sets and sets[zlib.crc32(name.encode()) % len(sets)]


def columns():
    return ColumnTransformer(
        [
            ("num", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), NUMBERS),
            ("region", OneHotEncoder(handle_unknown="ignore"), ["region"]),
        ]
    )


def texts():
    return ColumnTransformer(
        [
            ("num", make_pipeline(SimpleImputer(strategy="mean"), RobustScaler()), NUMBERS),
            ("cat", OneHotEncoder(handle_unknown="ignore"), TEXTS),
        ]
    )


def whole():
    return ColumnTransformer(
        [
            ("num", make_pipeline(SimpleImputer(), MinMaxScaler()), NUMBERS),
            ("band", OneHotEncoder(handle_unknown="ignore"), WHOLE),
        ]
    )


def ordinal():
    encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    return ColumnTransformer(
        [("num", SimpleImputer(strategy="constant", fill_value=-1.0), NUMBERS),
         ("ord", encoder, ["region", "plan"])]
    )


def double():
    """Without an imputer, which onnxruntime has for Floats only."""
    encoder = OneHotEncoder(handle_unknown="ignore")
    return ColumnTransformer(
        [("num", StandardScaler(), ["ratio"]), ("region", encoder, ["region"])],
        remainder="passthrough",
    )


def matrix():
    return make_pipeline(SimpleImputer(strategy="median"), StandardScaler())


# Name: the maker, the columns, and whether it takes one matrix of Floats.
PREPARATIONS = {
    "columns": (columns, NUMBERS + ["region"], False),
    "texts": (texts, NUMBERS + TEXTS, False),
    "whole": (whole, NUMBERS + WHOLE, False),
    "ordinal": (ordinal, NUMBERS + ["region", "plan"], False),
    "double": (double, ["ratio", "region"], False),
    "matrix": (matrix, NUMBERS + WHOLE, True),
    "bare": (None, NUMBERS + WHOLE, True),
}
