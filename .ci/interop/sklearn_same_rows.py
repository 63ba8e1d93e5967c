"""Fits scikit-learn's pipeline on the rows that we trained on and compares what was learned.

usage: sklearn_same_rows.py ARTIFACTS CSV --target COLUMN --positive LABEL
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import pandas as pd
from sklearn import metrics
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from artifacts import Artifacts, features, read_csv

# A coefficient smaller than the floor is compared as if it were that large.
COEFFICIENT_FLOOR = 1e-2
# How near to a solver's coefficients ours must be. Newton's method reaches the optimum; lbfgs, the
# default, stops when the loss changes by less than 64 ulp, whatever its `tol`, and so earlier.
SOLVERS = {"newton-cholesky": (1e-12, 1e-5), "lbfgs": (1e-10, 1e-2)}
AREA_TOLERANCE = 1e-4
METRIC_TOLERANCE = 1e-9
failures: list[str] = []


def expect(condition: bool, claim: str) -> None:
    if not condition:
        failures.append(claim)


def pipeline(types: dict[str, str], solver: str, tolerance: float) -> Pipeline:
    """Our preprocessing and regression: all numbers first, then the levels of each text column."""
    numeric = [name for name, kind in types.items() if kind != "object"]
    text = [name for name, kind in types.items() if kind == "object"]
    scaled = Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
    columns = ColumnTransformer(
        [("numeric", scaled, numeric), ("text", OneHotEncoder(handle_unknown="ignore"), text)]
    )
    regression = LogisticRegression(C=1, solver=solver, tol=tolerance, max_iter=10_000)
    return Pipeline([("columns", columns), ("regression", regression)])


def linear_model(path: Path) -> tuple[np.ndarray, float]:
    """Coefficients and intercept of the model file."""
    nodes = [n for n in onnx.load(path).graph.node if n.op_type == "LinearRegressor"]
    assert len(nodes) == 1, "one sum of coefficients and features"
    attributes = {a.name: onnx.helper.get_attribute_value(a) for a in nodes[0].attribute}
    return np.array(attributes["coefficients"], dtype=np.float64), attributes["intercepts"][-1]


def compare_coefficients(path: Path, fitted: Pipeline, solver: str, tolerance: float) -> None:
    coefficients, intercept = linear_model(path)
    regression = fitted.named_steps["regression"]
    theirs = np.append(regression.coef_[0], regression.intercept_[0])
    if len(theirs) != len(coefficients) + 1:
        expect(False, f"{len(coefficients)} coefficients, scikit-learn has {len(theirs) - 1}")
        return
    ours = np.append(coefficients, intercept)
    relative = np.abs(ours - theirs) / np.maximum(np.abs(theirs), COEFFICIENT_FLOOR)
    names = [*fitted.named_steps["columns"].get_feature_names_out(), "intercept"]
    worst = int(relative.argmax())
    print(
        f"  {solver}: {len(ours)} coefficients, worst relative difference {relative[worst]:.2g}"
        f" (floor {COEFFICIENT_FLOOR}) at {names[worst]!r}: {ours[worst]:.7g}"
        f" against {theirs[worst]:.7g}"
    )
    expect(relative[worst] <= tolerance, f"a coefficient differs from {solver}")


def recomputed(labels: np.ndarray, probabilities: np.ndarray, threshold: float) -> dict:
    predicted = probabilities >= threshold
    return {
        "roc_auc": metrics.roc_auc_score(labels, probabilities),
        "pr_auc": metrics.average_precision_score(labels, probabilities),
        "f1": metrics.f1_score(labels, predicted, zero_division=0),
        "precision": metrics.precision_score(labels, predicted, zero_division=0),
        "recall": metrics.recall_score(labels, predicted, zero_division=0),
        "accuracy": metrics.accuracy_score(labels, predicted),
        "log_loss": metrics.log_loss(labels, probabilities),
        "brier_score": metrics.brier_score_loss(labels, probabilities),
        "confusion_matrix": metrics.confusion_matrix(labels, predicted).tolist(),
        "prevalence": labels.mean(),
        "n_samples": len(labels),
    }


def compare_metrics(section: dict, what: str, expected: dict) -> None:
    worst = 0.0
    for name, value in expected.items():
        if name == "confusion_matrix":
            expect(section[name] == value, f"{what}: {name} {section[name]}, not {value}")
            continue
        difference = abs(section[name] - value)
        worst = max(worst, difference)
        expect(difference <= METRIC_TOLERANCE, f"{what}: {name} {section[name]}, not {value}")
    print(f"  {len(expected)} metrics of the {what} rows, worst difference {worst:.2g}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("artifacts", type=Path)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--target", required=True)
    parser.add_argument("--positive", required=True)
    options = parser.parse_args()
    artifacts = Artifacts(options.artifacts)
    rows = read_csv(options.csv, options.target)
    labels = (rows[options.target] == options.positive).to_numpy()
    inputs = features(rows, artifacts.input_types)
    holdout = artifacts.holdout()
    is_train = ~pd.RangeIndex(len(rows)).isin(holdout["row"])
    expect(holdout["row"].is_unique, "a row was held out twice")

    print(f"  scikit-learn on the same {int(is_train.sum())} rows:")
    for solver, (stop, tolerance) in SOLVERS.items():
        fitted = pipeline(artifacts.input_types, solver, stop)
        fitted.fit(inputs[is_train], labels[is_train])
        compare_coefficients(artifacts.model, fitted, solver, tolerance)

    written = artifacts.json("metrics")
    for split in ("validation", "test"):
        part = holdout[holdout["split"] == split]
        probabilities = part["probability"].to_numpy(np.float64)
        truth = (part["label"] == options.positive).to_numpy()
        section = written[f"{split}_metrics"]
        compare_metrics(section, split, recomputed(truth, probabilities, written["threshold"]))
        theirs = fitted.predict_proba(inputs.iloc[part["row"]])[:, 1]
        difference = abs(metrics.roc_auc_score(truth, theirs) - section["roc_auc"])
        print(
            f"  {split}: area under ROC {section['roc_auc']:.6f}, differs by {difference:.2g};"
            f" probabilities by {np.abs(theirs - probabilities).max():.2g}"
        )
        expect(difference <= AREA_TOLERANCE, f"{split}: the area under ROC differs")
    for failure in failures:
        print(f"  FAILED {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
