"""Writes a scikit-learn model with golden rows, by the lines of Python in README.md.

usage: golden_rows.py DIRECTORY
"""
import json
import os
import sys

import joblib
import numpy
import pandas
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

os.makedirs(os.path.join(sys.argv[1], "artifacts"))
os.chdir(sys.argv[1])

generator = numpy.random.default_rng(7)
count = 500
rows = pandas.DataFrame({
    "age": generator.integers(18, 90, count),
    "balance": generator.normal(1000, 700, count).round(2),
    "job": generator.choice(["admin", "nurse", "São Paulo"], count),
})
labels = (rows.age + generator.normal(0, 10, count) > 50).astype(int)
rows.loc[::7, "balance"] = numpy.nan
rows.loc[::11, "job"] = None
numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
texts = make_pipeline(
    SimpleImputer(strategy="constant", fill_value="none", missing_values=None),
    OneHotEncoder(handle_unknown="ignore"))
rows["job"] = rows["job"].astype(object).where(rows["job"].notna(), None)
steps = ColumnTransformer([("numbers", numbers, ["age", "balance"]), ("texts", texts, ["job"])])
model = make_pipeline(steps, LogisticRegression()).fit(rows, labels)

joblib.dump(model, "artifacts/model.joblib")
for name, fields in {
    "model_metadata": {"classes": [0, 1]},
    "model_signature": {
        "input_schema": {"age": "int64", "balance": "float64", "job": "object"},
        "output_schema": {"risk_score": "float", "risk_label": "int", "model_version": "str"}},
    "metrics": {"test_metrics": {"recall": 0.75, "n_samples": 100}},
}.items():
    json.dump(fields, open(f"artifacts/{name}.json", "w"))

few = rows.head(50)
inputs = few.astype(object).where(few.notna(), None).to_dict("records")
outputs = zip(model.predict_proba(few)[:, 1].tolist(), model.predict(few).tolist())
golden = [{"input": i, "output": {"risk_score": s, "risk_label": l}} for i, (s, l) in zip(inputs, outputs)]
json.dump({"schema_version": 1, "tolerance": 1e-12, "rows": golden},
          open("artifacts/golden_rows.json", "w"), allow_nan=False)
