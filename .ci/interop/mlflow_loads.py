"""Compares what MLflow answers from an exported version with the predictions of `registry predict`.

usage: mlflow_loads.py DIRECTORY CSV --predictions PREDICTIONS

Tried with mlflow 2.22.5 and 3.17.2, and with mlflow-skinny 3.17.2.
"""
import argparse
import logging
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd

from artifacts import read_csv

parser = argparse.ArgumentParser()
parser.add_argument("directory")
parser.add_argument("csv", type=Path)
parser.add_argument("--predictions", required=True)
arguments = parser.parse_args()
# The target is no input, and is said to be ignored.
logging.getLogger("mlflow").setLevel(logging.ERROR)

model = mlflow.pyfunc.load_model(arguments.directory)
inputs = model.metadata.get_input_schema()
texts = [spec.name for spec in inputs if spec.type.kind == "U"]
rows = read_csv(arguments.csv, target="")
# A missing text is the empty one.
rows[texts] = rows[texts].astype(object).where(rows[texts].notna(), "")
answers = model.predict(rows)
expected = pd.read_csv(arguments.predictions, dtype={"label": str}, keep_default_na=False)
found = answers["probabilities"][:, 1]
worst = np.abs(found - expected["probability"].to_numpy(np.float32)).max()
other = int((np.asarray(answers["label"]).astype(str) != expected["label"].to_numpy()).sum())
print(f"  mlflow {mlflow.__version__}: {len(found)} rows, worst difference {worst:.2g}, {other} other labels")
assert len(found) == len(expected) and worst <= 1e-5 and other == 0
