"""Reads what training wrote, and the rows that it was trained on, with pandas."""

import json
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

LABEL_COLUMNS = {"row_id": int, "split": str, "label": str, "probability": str}


@dataclass(frozen=True)
class Artifacts:
    """An artifacts directory."""

    path: Path

    @property
    def model(self) -> Path:
        return self.path / "model_v1.onnx"

    def json(self, name: str) -> dict:
        return json.loads((self.path / f"{name}_v1.json").read_text(encoding="utf-8"))

    @property
    def input_types(self) -> dict[str, str]:
        """The type of each input, in the order of the signature."""
        return self.json("model_signature")["input_schema"]

    @property
    def classes(self) -> list[str]:
        """The negative label and the positive one."""
        return self.json("model_metadata")["classes"]

    def holdout(self) -> pd.DataFrame:
        """Row number (from 0), split, label and probability of each row that was held out."""
        rows = pd.read_csv(
            self.path / "holdout_predictions.csv", dtype=LABEL_COLUMNS, keep_default_na=False
        )
        rows["row"] = rows["row_id"] - 1
        # The shortest spelling of a 32-bit number: read as one, so that nothing is added to it.
        rows["probability"] = rows["probability"].astype(np.float32)
        return rows


def separator(path: Path) -> str:
    """What stands between the fields: of the four that are told apart, the commonest in the header."""
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline()
    return max(",;\t|", key=header.count)


def read_csv(path: Path, target: str) -> pd.DataFrame:
    """The rows as pandas infers them; the target as it is spelled."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", pd.errors.ParserWarning)
        return pd.read_csv(
            path,
            sep=separator(path),
            dtype={target: str},
            encoding="utf-8-sig",
            float_precision="round_trip",
            low_memory=False,
        )


def inferred_type(column: pd.Series) -> str:
    """The type of a column in a signature's words, as pandas infers it."""
    if pd.api.types.is_bool_dtype(column):
        return "bool"
    if pd.api.types.is_integer_dtype(column):
        return "int64"
    if pd.api.types.is_float_dtype(column):
        return "float64"
    present = column.dropna()
    # pandas has no booleans with missing cells and falls back to objects.
    return "bool" if len(present) and present.isin([True, False]).all() else "object"


def features(rows: pd.DataFrame, types: dict[str, str]) -> pd.DataFrame:
    """The model's inputs: numbers and booleans as float64, NaN where missing; text as object."""
    columns = {}
    for name, kind in types.items():
        if kind == "object":
            text = rows[name].astype(object)
            columns[name] = text.where(text.notna(), np.nan)
        else:
            columns[name] = rows[name].astype("float64")
    return pd.DataFrame(columns)


def onnx_feed(inputs: pd.DataFrame) -> dict[str, np.ndarray]:
    """One [N, 1] tensor a column; a missing text is the empty string."""
    feed = {}
    for name in inputs.columns:
        column = inputs[name]
        values = column.fillna("") if column.dtype == object else column.astype(np.float32)
        feed[name] = values.to_numpy().reshape(-1, 1)
    return feed
