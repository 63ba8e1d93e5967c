"""Compares what MLflow answers from an exported version with the predictions of `registry predict`.

usage: mlflow_loads.py DIRECTORY CSV --predictions PREDICTIONS

Tried with mlflow 2.22.5 and 3.17.2. Without mlflow, nothing is compared, and that is said.
"""
import argparse
import csv
import importlib.util

parser = argparse.ArgumentParser()
parser.add_argument("directory")
parser.add_argument("csv")
parser.add_argument("--predictions", required=True)
arguments = parser.parse_args()

if importlib.util.find_spec("mlflow") is None:
    print("  skipped: mlflow is not installed")
    raise SystemExit

import mlflow
import pandas

model = mlflow.pyfunc.load_model(arguments.directory)
rows = pandas.read_csv(arguments.csv)
for spec in model.metadata.get_input_schema():
    if spec.type.kind == "U":
        rows[spec.name] = rows[spec.name].astype(object).where(rows[spec.name].notna(), "")
found = model.predict(rows)["probabilities"][:, 1]
with open(arguments.predictions, newline="") as file:
    expected = [float(row["probability"]) for row in csv.DictReader(file)]
worst = max(abs(a - b) for a, b in zip(found, expected, strict=True))
assert worst <= 1e-5, worst
print(f"  mlflow {mlflow.__version__}: {len(expected)} rows, largest difference {worst:.1e}")
