"""Writes Tests/LearnersTests/Fixtures/TreeQualityFixture.swift: how well LightGBM and scikit-learn tell
labels apart and predict numbers on drawn rows.

    python .ci/interop/tree_quality.py

Needs scikit-learn, lightgbm, numpy and pandas; the versions used are in the header of what is written.
The rows come from SplitMix64, as Tests/LearnersTests/Fixtures/WideTable.swift draws them, so that the
tests draw the same and the fixture holds numbers only: for each of five parts of the rows the area under
the ROC curve, the log-loss of three classes or the root of the mean squared error on it, fitted on the
others; and what single trees answer.
"""

import pathlib

import lightgbm
import numpy as np
import pandas as pd
import sklearn
from sklearn.ensemble import (HistGradientBoostingClassifier, RandomForestClassifier,
                              RandomForestRegressor)
from sklearn.metrics import log_loss, roc_auc_score, root_mean_squared_error
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

ROOT = pathlib.Path(__file__).resolve().parents[2]
MASK = (1 << 64) - 1
ROWS, FOLDS = 2_000, 5


class Draws:
    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return (mixed ^ (mixed >> 31)) % bound

    def number(self):
        return (self.below(2_000_000) - 1_000_000) / 1_000_000


def sample(count, seed):
    """As sampleInteractions in the tests: products, a curve, a category of 12 levels, missing cells."""
    draws = Draws(seed)
    rows, targets = [], []
    for _ in range(count):
        x, z, w = draws.number(), draws.number(), draws.number()
        level = draws.below(12)
        missing = draws.below(6) == 0
        score = 2 * x * z + w * w - 0.3 + (0.6 if level in (1, 4, 7, 8) else -0.2)
        score += 0.5 if missing else 0
        targets.append(score + 0.8 * draws.number())
        rows.append((x, np.nan if missing else z, w, f"l{level}"))
    table = pd.DataFrame(rows, columns=["x", "z", "w", "t"])
    table["t"] = table["t"].astype("category")
    return table, np.array(targets)


def area(truth, model, rows):
    return roc_auc_score(truth, model.predict_proba(rows)[:, 1])


def loss(truth, model, rows):
    return log_loss(truth, model.predict_proba(rows))


def error(truth, model, rows):
    return root_mean_squared_error(truth, model.predict(rows))


def folds(measure, model, table, truth):
    found = []
    for fold in range(FOLDS):
        held = np.arange(len(truth)) % FOLDS == fold
        model.fit(table[~held], truth[~held])
        found.append(float(measure(truth[held], model, table[held])))
    return found


def single_trees(table, targets, classes):
    """What trees of depth 4 answer for the first rows, fitted on 200 rows of two columns, whose weights
    leave no two splits equally good."""
    rows = table[["x", "w"]][:200]
    weights = (np.arange(200) * 37 % 101 + 50) / 100
    numbers = DecisionTreeRegressor(max_depth=4).fit(rows, targets[:200], sample_weight=weights)
    gini, entropy = (
        DecisionTreeClassifier(max_depth=4, criterion=criterion)
        .fit(rows, classes[:200], sample_weight=weights)
        for criterion in ("gini", "entropy"))
    return {
        "treePredictions": [float(number) for number in numbers.predict(rows[:20])],
        "treeGiniProbabilities": [float(p) for p in gini.predict_proba(rows[:20]).ravel()],
        "treeEntropyProbabilities": [float(p) for p in entropy.predict_proba(rows[:20]).ravel()],
        "treeImportances": [float(share) for share in numbers.feature_importances_],
    }


def main():
    table, targets = sample(ROWS, 20260115)
    labels = (targets > 0).astype(int)
    classes = (targets > -0.3).astype(int) + (targets > 0.5)
    plain = pd.get_dummies(table)
    boosting = dict(random_state=42, learning_rate=0.1)
    forest = dict(n_estimators=60, max_depth=8, random_state=42)
    answers = {
        "lightGBM": folds(area, lightgbm.LGBMClassifier(
            n_estimators=60, num_leaves=15, verbose=-1, n_jobs=1, **boosting), table, labels),
        "histGradientBoosting": folds(area, HistGradientBoostingClassifier(
            max_iter=60, max_leaf_nodes=15, early_stopping=False,
            categorical_features="from_dtype", **boosting), table, labels),
        "randomForest": folds(area, RandomForestClassifier(**forest), plain, labels),
        "classForestLosses": folds(loss, RandomForestClassifier(**forest), plain, classes),
        "numberForestErrors": folds(error, RandomForestRegressor(**forest), plain, targets),
        **single_trees(table, targets, classes),
    }
    lines = [
        "// Written by .ci/interop/tree_quality.py with scikit-learn "
        f"{sklearn.__version__}, LightGBM",
        f"// {lightgbm.__version__}, pandas {pd.__version__} and numpy {np.__version__}.",
        "",
        "/// On each fifth of the rows, fitted on the others: the area under the ROC curve, the log-loss of",
        "/// three classes, the root of the mean squared error; and what single trees answer.",
        "enum TreeQualityFixture {",
        f"  static let positives = {int(labels.sum())}",
    ]
    for name, found in answers.items():
        lines += [f"  static let {name} = ["] + [f"    {value!r}," for value in found] + ["  ]"]
    path = ROOT / "Tests/LearnersTests/Fixtures/TreeQualityFixture.swift"
    path.write_text("\n".join(lines + ["}", ""]))


if __name__ == "__main__":
    main()
