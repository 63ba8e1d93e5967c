"""What `registry train --model all` does, as it is done in Python: read, encode, fit three models, rank
them on validation rows, calibrate the best, measure it on test rows, write it down.

usage: train_all.py CSV TARGET POSITIVE DIRECTORY
"""

import csv
import json
import sys

import joblib
import lightgbm
import pandas
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (average_precision_score, brier_score_loss, confusion_matrix, f1_score,
                             log_loss, roc_auc_score)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

path, target, positive, directory = sys.argv[1:]
with open(path) as file:
    separator = csv.Sniffer().sniff(file.read(65536), delimiters=",;\t|").delimiter
table = pandas.read_csv(path, sep=separator)
labels = (table.pop(target) == positive).astype(int)
rest, test, rest_labels, test_labels = train_test_split(
    table, labels, test_size=0.2, stratify=labels, random_state=42)
train, validation, train_labels, validation_labels = train_test_split(
    rest, rest_labels, test_size=0.25, stratify=rest_labels, random_state=42)
numbers = list(table.select_dtypes("number").columns)
text = list(table.columns.difference(numbers))
columns_of_0_and_1 = make_column_transformer(
    (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
    (OneHotEncoder(handle_unknown="ignore", sparse_output=False), text))
codes = make_column_transformer(
    (OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), text),
    remainder="passthrough")
candidates = {
    "logistic_regression": make_pipeline(columns_of_0_and_1, LogisticRegression(max_iter=1000)),
    "random_forest": make_pipeline(columns_of_0_and_1, RandomForestClassifier(
        n_estimators=200, max_depth=12, min_samples_leaf=5, n_jobs=2, random_state=42)),
    "gradient_boosting": make_pipeline(codes, lightgbm.LGBMClassifier(
        n_estimators=200, num_leaves=31, learning_rate=0.1, n_jobs=2, random_state=42, verbose=-1)),
}


def measured(model, rows, truth):
    scores = model.predict_proba(rows)[:, 1]
    return {
        "roc_auc": roc_auc_score(truth, scores), "pr_auc": average_precision_score(truth, scores),
        "f1": f1_score(truth, scores > 0.5), "log_loss": log_loss(truth, scores),
        "brier_score": brier_score_loss(truth, scores),
        "confusion_matrix": confusion_matrix(truth, scores > 0.5).tolist()}


comparison = {}
for name, model in candidates.items():
    options = {"lgbmclassifier__categorical_feature": list(range(len(text)))}
    model.fit(train, train_labels, **(options if name == "gradient_boosting" else {}))
    comparison[name] = measured(model, validation, validation_labels)
best = max(comparison, key=lambda name: comparison[name]["roc_auc"])
calibrated = CalibratedClassifierCV(FrozenEstimator(candidates[best]), method="sigmoid")
calibrated.fit(validation, validation_labels)
joblib.dump(calibrated, f"{directory}/model.joblib")
with open(f"{directory}/metrics.json", "w") as file:
    json.dump({"best": best, "validation": comparison,
               "test": measured(calibrated, test, test_labels)}, file, indent=2)
