"""LightGBM: every booster, objective, form of categories and treatment of missing values, as text."""

from collections.abc import Iterator
from itertools import cycle

import lightgbm
import numpy as np
import pandas as pd

import boosted_data as data
from case import Case
from sizes import depth, trees

SETTINGS = {
    "seed": 3, "num_threads": 1, "verbosity": -1, "deterministic": True, "force_col_wise": True,
    "num_leaves": 15, "max_depth": depth(99), "learning_rate": 0.15,
}
SAMPLED = {"bagging_fraction": 0.6, "bagging_freq": 1, "feature_fraction": 0.8}

# Name: task, table, parameters, rounds.
BOOSTERS = {
    "gbdt": ("binary", data.numbers, {}, 30),
    "gbdt-multi": ("multiclass", data.numbers, {}, 15),
    "gbdt-number": ("regression", data.numbers, {}, 30),
    "dart": ("binary", data.numbers, {"boosting": "dart", "drop_rate": 0.3}, 20),
    "dart-multi": ("multiclass", data.numbers, {"boosting": "dart", "drop_rate": 0.3}, 12),
    "goss": ("binary", data.numbers, {"boosting": "goss"}, 25),
    "rf": ("binary", data.numbers, {"boosting": "rf", **SAMPLED}, 15),
    "rf-multi": ("multiclass", data.numbers, {"boosting": "rf", **SAMPLED}, 10),
    "rf-number": ("regression", data.numbers, {"boosting": "rf", **SAMPLED}, 15),
    "missing-none": ("binary", data.complete_numbers, {}, 25),
    "missing-unused": ("binary", data.numbers, {"use_missing": False}, 25),
    "missing-zero": ("binary", data.sparse_numbers, {"zero_as_missing": True}, 25),
    "missing-zero-nan": ("regression", data.numbers, {"zero_as_missing": True}, 25),
    "texts": ("binary", data.text_categories, {}, 25),
    "texts-multi": ("multiclass", data.text_categories, {"max_cat_to_onehot": 1}, 12),
    "texts-onehot": ("regression", data.text_categories, {"max_cat_to_onehot": 20}, 25),
    "codes": ("binary", data.code_categories, {}, 25),
    "codes-many": ("regression", data.many_categories, {
        "max_cat_to_onehot": 2, "min_data_per_group": 5, "cat_smooth": 1}, 25),
    "linear-tree": ("regression", data.complete_numbers, {"linear_tree": True}, 10),
    "extra-trees": ("binary", data.numbers, {"extra_trees": True}, 20),
    "unbalanced": ("binary", data.numbers, {"is_unbalance": True, "sigmoid": 0.7}, 20),
    "one-leaf": ("binary", data.numbers, {"min_data_in_leaf": 5000}, 5),
    "stumps": ("multiclass", data.numbers, {"num_leaves": 2}, 15),
}
# Objective: task, whether the target is positive, more parameters.
OBJECTIVES = {
    "binary": ("binary", False, {"boost_from_average": False}),
    "multiclass": ("multiclass", False, {}),
    "multiclassova": ("multiclass", False, {}),
    "regression_l1": ("regression", False, {}),
    "regression": ("regression", True, {"reg_sqrt": True}),
    "huber": ("regression", False, {"alpha": 0.6}),
    "fair": ("regression", False, {}),
    "poisson": ("regression", True, {}),
    "quantile": ("regression", False, {"alpha": 0.8}),
    "mape": ("regression", True, {}),
    "gamma": ("regression", True, {}),
    "tweedie": ("regression", True, {"tweedie_variance_power": 1.3}),
    "cross_entropy": ("share", False, {}),
    "cross_entropy_lambda": ("share", False, {}),
    "lambdarank": ("rank", False, {}),
}
DEFAULTS = {
    "binary": {"objective": "binary"},
    "multiclass": {"objective": "multiclass", "num_class": 3},
    "regression": {"objective": "regression"},
}


def dataset(frame: pd.DataFrame, target, **more) -> lightgbm.Dataset:
    coded = [name for name in [*data.CATEGORIES, "shop"] if name in frame]
    return lightgbm.Dataset(frame, target, categorical_feature=coded or "auto", **more)


def family_of(kind: str) -> str:
    first = kind.split("-")[0]
    if first in ("texts", "codes"):
        return "categories"
    return first if first in ("dart", "goss", "rf", "missing") else "gbdt"


def booster_case(name, family, task, frame, booster, whole_file=True, notes=()) -> Case:
    """`whole_file` writes with save_model, else the text that model_to_string gives."""

    def save(directory):
        if whole_file:
            booster.save_model(directory / "model.txt")
        else:
            text = booster.model_to_string()
            (directory / "model.txt").write_text(text, encoding="utf-8")
        return "model.txt"

    def answer(rows: pd.DataFrame) -> np.ndarray:
        given = np.asarray(booster.predict(rows, num_threads=1))
        if task == "binary":
            return np.column_stack([1 - given, given])
        return given.reshape(len(rows), -1)

    classes = {"binary": [0, 1], "multiclass": [0, 1, 2], "regression": []}[task]
    return Case(
        name=name, family=f"lightgbm/{family}", task=task, frame=frame, save=save, answer=answer,
        classes=classes, notes=list(notes),
        refusal_expected="linear trees" if "linear-tree" in name else "",
    )


def cases() -> Iterator[tuple[str, callable]]:
    ways = cycle([True, True, False])
    for kind, (task, table, settings, rounds) in BOOSTERS.items():
        name = f"lightgbm-{kind}-{task}"
        yield name, _booster(name, kind, task, table, settings, rounds, next(ways))
    for objective, (role, positive, settings) in OBJECTIVES.items():
        name = f"lightgbm-objective-{objective}-{role}"
        yield name, _objective(name, objective, role, positive, settings, next(ways))
    yield "lightgbm-early-stopping", lambda: _early("lightgbm-early-stopping")


def _booster(name, kind, task, table, settings, rounds, whole_file):
    def build() -> Case:
        frame = table()
        chosen = SETTINGS | DEFAULTS[task] | settings
        booster = lightgbm.train(chosen, dataset(frame, data.target(task)), trees(rounds))
        return booster_case(name, family_of(kind), task, frame, booster, whole_file)

    return build


def _objective(name, objective, role, positive, settings, whole_file):
    task = role if role in DEFAULTS else "regression"

    def build() -> Case:
        frame = data.numbers()
        target = data.target("binary" if role == "rank" else task, positive)
        if role == "share":
            target = 1 / (1 + np.exp(-target))
        more = {"group": [50] * (len(frame) // 50)} if role == "rank" else {}
        chosen = SETTINGS | DEFAULTS[task] | {"objective": objective} | settings
        booster = lightgbm.train(chosen, dataset(frame, target, **more), trees(20))
        return booster_case(
            name, "objectives", task, frame, booster, whole_file, [f"objective: {objective}"])

    return build


def _early(name) -> Case:
    """The file has the best iterations only."""
    frame, target = data.numbers(), data.target("binary")
    booster = lightgbm.train(
        SETTINGS | DEFAULTS["binary"] | {"learning_rate": 0.4}, dataset(frame[:1000], target[:1000]),
        200, valid_sets=[dataset(frame[1000:], target[1000:])],
        callbacks=[lightgbm.early_stopping(5, verbose=False)])
    return booster_case(name, "gbdt", "binary", frame, booster, notes=["stopped early"])
