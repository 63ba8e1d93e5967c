"""The tables that both sides read, with a column `target` and a column `fold`: see measure-learners."""

import numpy as np
import pandas as pd
from sklearn.model_selection import StratifiedKFold, train_test_split

SEED = 42
FOLDS = 5


def bank(csv):
    """The bank marketing data, its labels as 0 and 1."""
    table = pd.read_csv(csv, sep=";")
    table["target"] = (table.pop("y") == "yes").astype(int)
    return table


def with_holdout(table):
    """Every fifth row held out, stratified: those in fold 1."""
    _, test = train_test_split(
        np.arange(len(table)), test_size=0.2, stratify=table["target"], random_state=SEED)
    return table.assign(fold=np.isin(np.arange(len(table)), test).astype(int))


def with_folds(table, stratified=True):
    """Each row in one of five folds, stratified unless the target is a number."""
    folds = np.zeros(len(table), int)
    labels = table["target"] if stratified else np.zeros(len(table))
    parts = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(table, labels)
    for fold, (_, test) in enumerate(parts):
        folds[test] = fold
    return table.assign(fold=folds)


def one_hot(table):
    """Text as columns of 0 and 1, one less than it has levels."""
    return pd.get_dummies(table, drop_first=True, dtype=int)


def resampled(table, count):
    """So many rows to fit, drawn with replacement, and the rows held out as they are.

    Each number gets noise: normal, with a twentieth of its column's standard deviation.
    """
    rng = np.random.default_rng(SEED)
    rows, others = table[table["fold"] == 0], table[table["fold"] == 1]
    drawn = rows.iloc[rng.integers(0, len(rows), count)].reset_index(drop=True)
    for name in drawn.select_dtypes("number").columns.difference(["target", "fold"]):
        noise = rng.normal(0, rows[name].std() / 20, count)
        drawn[name] = (drawn[name] + noise).round(3)
    return pd.concat([drawn, others])
