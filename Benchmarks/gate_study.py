"""Why promotions have gates: how often "the higher area wins" promotes a model that is worse.

usage: gate_study.py GATE_VERDICTS CSV TARGET [--drop COLUMN] [--pairs COUNT]

GATE_VERDICTS is the program of Benchmarks/in-process, CSV a table with at least 40,000 rows and
TARGET its column of two labels; COLUMN is one that nobody knows beforehand. Of the rows 24,000 say which model of a pair is the better one in
truth; 9,000 are the holdout that rules may look at; models are trained on samples of all others.
Needs pandas and scikit-learn. The same arguments give the same numbers.
"""

import argparse
import subprocess

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

TRUTH, HOLDOUT = 24_000, 9_000
SIZES = [500, 2000, 8000]


def retrained(rng, table, labels, rows):
    """A model as somebody would retrain it: other rows, another penalty, a column more or less."""
    sample = rng.choice(rows, rng.integers(1000, 4001), replace=False)
    dropped = rng.choice(table.columns, rng.integers(0, 2), replace=False)
    columns = table.columns.difference(dropped)
    numbers = table[columns].select_dtypes("number").columns
    model = make_pipeline(
        make_column_transformer(
            (StandardScaler(), numbers),
            (OneHotEncoder(handle_unknown="ignore"), columns.difference(numbers))),
        LogisticRegression(C=10 ** rng.uniform(-2, 1), max_iter=1000))
    return model.fit(table.iloc[sample], labels[sample])


def pairs(table, labels, count):
    """For each pair of models, how much better the second is in truth, and what the rules see."""
    rng = np.random.default_rng(20260115)
    order = rng.permutation(len(table))
    truth, holdout = order[:TRUTH], order[TRUTH:TRUTH + HOLDOUT]
    for _ in range(count):
        models = [retrained(rng, table, labels, order[TRUTH + HOLDOUT:]) for _ in range(2)]
        drawn = rng.choice(holdout, SIZES[-1], replace=False)
        first, second = (
            roc_auc_score(labels[truth], m.predict_proba(table.iloc[truth])[:, 1]) for m in models)
        yield second - first, labels[drawn], [
            m.predict_proba(table.iloc[drawn])[:, 1] for m in models]


def share(part, whole):
    return f"{part.sum():4d} of {whole.sum():4d} = {100 * part.sum() / max(1, whole.sum()):4.1f} %"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("program", "csv", "target"):
        parser.add_argument(name)
    parser.add_argument("--drop", action="append", default=[])
    parser.add_argument("--pairs", type=int, default=400)
    given = parser.parse_args()
    table = pd.read_csv(given.csv, sep=None, engine="python").drop(columns=given.drop)
    column = table.pop(given.target)
    labels = (column == sorted(column.unique())[1]).astype(int).to_numpy()
    truths, lines = [], []
    for truth, seen, scores in pairs(table, labels, given.pairs):
        truths.append(truth)
        lines += [" ".join(map(str, values.tolist())) for values in (seen, *scores)]
    answers = subprocess.run(
        [given.program, *map(str, SIZES)], input="\n".join(lines) + "\n", capture_output=True,
        check=True, text=True).stdout
    verdicts = np.array([line.split() for line in answers.splitlines()], dtype=float)
    better = np.array(truths) > 0
    print(f"{len(truths)} pairs; the median difference in truth is"
          f" {np.median(np.abs(truths)):.4f}, the challenger is worse in {(~better).sum()}")
    for size in SIZES:
        _, first, second, lower, _ = verdicts[verdicts[:, 0] == size].T
        for rule, promoted in (("higher area wins", second > first), ("paired gate", lower > 0)):
            print(f"{size:5d} rows  {rule:16s}"
                  f"  worse ones promoted {share(promoted & ~better, ~better)}"
                  f"  promoted ones worse {share(promoted & ~better, promoted)}"
                  f"  better ones promoted {share(promoted & better, better)}")


if __name__ == "__main__":
    main()
