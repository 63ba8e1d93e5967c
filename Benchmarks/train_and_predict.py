"""Trains on a CSV file and scores it: this program, and pandas with scikit-learn.

usage: train_and_predict.py REGISTRY CSV TARGET
"""

import subprocess
import sys
import tempfile

from whole_process import compare

READ = """
import csv, sys, joblib, pandas
with open(sys.argv[1]) as file:
    separator = csv.Sniffer().sniff(file.read(65536), delimiters=",;\\t|").delimiter
table = pandas.read_csv(sys.argv[1], sep=separator)
"""

TRAIN = READ + """
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (average_precision_score, brier_score_loss, classification_report,
                             log_loss, roc_auc_score)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
y = table.pop(sys.argv[2])
y = (y == sorted(y.unique())[1]).astype(int)
x, rest, y, rest_y = train_test_split(table, y, test_size=0.4, stratify=y, random_state=42)
numbers = x.select_dtypes("number").columns
model = make_pipeline(
    make_column_transformer(
        (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        (OneHotEncoder(handle_unknown="ignore"), x.columns.difference(numbers))),
    LogisticRegression(max_iter=1000)).fit(x, y)
p = model.predict_proba(rest)[:, 1]
for measure in (roc_auc_score, average_precision_score, brier_score_loss, log_loss):
    measure(rest_y, p)
classification_report(rest_y, p > 0.5)
joblib.dump(model, sys.argv[3])
"""

PREDICT = READ + """
table["probability"] = joblib.load(sys.argv[3]).predict_proba(table.drop(columns=sys.argv[2]))[:, 1]
table[["probability"]].to_csv(sys.argv[4], index=False)
"""

registry, data, target = sys.argv[1:4]
with tempfile.TemporaryDirectory() as directory:
    artifacts, models = f"{directory}/artifacts", f"{directory}/models"
    python, joblib = [sys.executable, "-c"], f"{directory}/model.joblib"
    train = compare({
        "registry train": [
            registry, "train", "--data", data, "--target", target, "--output", artifacts],
        "pandas + scikit-learn, train": [*python, TRAIN, data, target, joblib],
    }, rounds=5)
    for words in (["register", "-v", "v1.0.0", "-a", artifacts], ["promote", "-v", "v1.0.0"]):
        subprocess.run([registry, *words, "-r", models], check=True, stdout=subprocess.DEVNULL)
    predict = compare({
        "registry predict": [
            registry, "predict", "champion", "-r", models, "-i", data, "-o", f"{directory}/o.csv"],
        "pandas + scikit-learn, predict": [
            *python, PREDICT, data, target, joblib, f"{directory}/p.csv"],
    }, rounds=5)
    for medians in (train, predict):
        ours, theirs = medians.values()
        print(f"{list(medians)[0]} / {list(medians)[1]}: {ours / theirs:.3f}")
