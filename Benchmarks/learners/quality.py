"""How well the learners predict rows they did not see, beside their peers: see docs/learners.md.

usage: quality.py MEASURE_LEARNERS BANK_CSV
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import data
import numpy as np
from contest import limited
from page import measured_with, table, write_section
from sklearn import datasets, metrics

PEERS = pathlib.Path(__file__).with_name("peers.py")
OURS = {"linear": "linear", "forest": "random forest", "boosting": "boosting"}
THEIRS = {"linear": "scikit-learn linear", "forest": "scikit-learn RandomForest",
          "hist": "scikit-learn HistGradientBoosting", "lightgbm": "LightGBM", "xgboost": "XGBoost"}
ALL = {("ours", learner): name for learner, name in OURS.items()} | {
    ("theirs", learner): name for learner, name in THEIRS.items()}
RIVALS = {"linear": ["linear"], "forest": ["forest"], "boosting": ["hist", "lightgbm"]}
BINARY, MULTICLASS, REGRESSION = (
    "binary_classification", "multiclass_classification", "regression")


def accuracy(targets, answers):
    return metrics.accuracy_score(targets, answers.reshape(len(targets), -1).argmax(axis=1))


def log_loss(targets, answers):
    answers = answers.reshape(len(targets), -1)
    # What is computed in single precision does not quite add up to 1.
    return metrics.log_loss(targets, answers / answers.sum(axis=1, keepdims=True))


# The name of a metric, how it is computed, and whether more is better.
METRICS = {
    BINARY: [("AUC", metrics.roc_auc_score, True)],
    MULTICLASS: [("accuracy", accuracy, True), ("log-loss", log_loss, False)],
    REGRESSION: [("RMSE", metrics.root_mean_squared_error, False)],
}


def data_sets(bank_csv):
    """For each name, the task, the rows with their folds, and which folds are held out in turn.

    A single holdout comes after the folds of the same rows, whose deviations it is judged by.
    """
    bank, folds = data.bank(bank_csv), list(range(data.FOLDS))
    yield "bank marketing, 5 folds", BINARY, data.with_folds(bank), folds
    yield "bank marketing, a fifth held out", BINARY, data.with_holdout(bank), [1]
    for name, task, load in (
            ("breast cancer", BINARY, datasets.load_breast_cancer),
            ("wine", MULTICLASS, datasets.load_wine),
            ("digits", MULTICLASS, datasets.load_digits),
            ("diabetes", REGRESSION, datasets.load_diabetes)):
        rows = load(as_frame=True).frame
        yield f"{name}, 5 folds", task, data.with_folds(rows, task != REGRESSION), folds


def answers(words, task, csv, fold):
    done = subprocess.run([*words, task, csv, str(fold), "1"], env=limited(1),
                          stdout=subprocess.PIPE, text=True, check=True)
    return np.array(json.loads(done.stdout)["answers"])


def scores(program, task, rows, folds):
    """For each learner and metric, the score of each fold."""
    programs = {"ours": [program], "theirs": [sys.executable, str(PEERS)]}
    with tempfile.TemporaryDirectory() as directory:
        csv = f"{directory}/rows.csv"
        rows.to_csv(csv, index=False)
        found = {}
        for side, learner in ALL:
            words = [*programs[side], "fit", learner]
            given = [(rows["target"][rows["fold"] == fold], answers(words, task, csv, fold))
                     for fold in folds]
            for name, metric, _ in METRICS[task]:
                found[(side, learner), name] = [metric(*pair) for pair in given]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("bank")
    given = parser.parse_args()
    load, lines, verdicts, deviations = os.getloadavg(), [], [], {}
    for title, task, rows, folds in data_sets(given.bank):
        print(title, flush=True)
        found = scores(given.program, task, rows, folds)
        if len(folds) > 1:
            deviations = {key: np.std(values, ddof=1) for key, values in found.items()}
        for metric, _, more_is_better in METRICS[task]:
            lines.append([title, metric, *(shown(found[contender, metric]) for contender in ALL)])
            for learner in RIVALS:
                verdicts.append([title, metric, OURS[learner], *verdict(
                    learner, metric, found, deviations, more_is_better)])
    write_section("quality", [
        *table(["data", "metric", "learner", "ours", "peer", "better by", "deviation", "as good"],
               verdicts),
        "All of it, mean and standard deviation of the folds:", "",
        *table(["data", "metric", *ALL.values()], lines),
        *measured_with(f"seed {data.SEED}", load)])


def shown(values):
    deviation = f" ± {np.std(values, ddof=1):.4f}" if len(values) > 1 else ""
    return f"{np.mean(values):.4f}{deviation}"


def verdict(learner, metric, found, deviations, more_is_better):
    """By how much ours is better than its best rival, and whether by a deviation less at most."""
    sign = 1 if more_is_better else -1
    ours = np.mean(found[("ours", learner), metric])
    means = {rival: np.mean(found[("theirs", rival), metric]) for rival in RIVALS[learner]}
    rival = max(means, key=lambda name: sign * means[name])
    ahead, deviation = sign * (ours - means[rival]), deviations[("theirs", rival), metric]
    return [f"{ours:.4f}", f"{means[rival]:.4f} ({THEIRS[rival]})", f"{ahead:+.4f}",
            f"{deviation:.4f}", "yes" if ahead >= -deviation else "no"]


if __name__ == "__main__":
    main()
