"""XGBoost: every booster, tree method, objective and form of categories, as JSON and UBJSON."""

from collections.abc import Iterator
from itertools import cycle

import numpy as np
import pandas as pd
import xgboost

import boosted_data as data
from case import Case
from sizes import depth, trees

SETTINGS = {"seed": 3, "nthread": 1, "max_depth": depth(5), "eta": 0.3}
GENERATION = int(xgboost.__version__.split(".")[0])

# Name: task, table, parameters, rounds.
BOOSTERS = {
    "hist": ("binary", data.numbers, {"tree_method": "hist"}, 25),
    "exact": ("binary", data.numbers, {"tree_method": "exact"}, 25),
    "approx": ("binary", data.complete_numbers, {"tree_method": "approx"}, 20),
    "lossguide": ("binary", data.numbers, {"grow_policy": "lossguide", "max_leaves": 20}, 20),
    "depthless": ("binary", data.numbers, {"max_depth": 0, "max_leaves": 9,
                                           "grow_policy": "lossguide", "tree_method": "hist"}, 9),
    "sparse": ("binary", data.sparse_numbers, {}, 20),
    "dart": ("binary", data.numbers, {"booster": "dart", "rate_drop": 0.3}, 20),
    "dart-forest": ("regression", data.numbers, {
        "booster": "dart", "rate_drop": 0.4, "normalize_type": "forest"}, 20),
    "dart-multi": ("multiclass", data.numbers, {"booster": "dart", "rate_drop": 0.3}, 12),
    "linear": ("binary", data.complete_numbers, {"booster": "gblinear"}, 20),
    "linear-multi": ("multiclass", data.complete_numbers, {"booster": "gblinear"}, 20),
    "linear-missing": ("regression", data.numbers, {"booster": "gblinear"}, 20),
    "base-score": ("binary", data.numbers, {"base_score": 0.2}, 20),
    "base-score-number": ("regression", data.numbers, {"base_score": -3.25}, 20),
    "forest": ("binary", data.numbers, {
        "num_parallel_tree": 8, "subsample": 0.7, "colsample_bynode": 0.7, "eta": 1.0}, 1),
    "boosted-forest": ("multiclass", data.numbers, {
        "num_parallel_tree": 3, "subsample": 0.7}, 6),
    "stumps": ("binary", data.numbers, {"max_depth": 1}, 40),
    "one-leaf": ("binary", data.numbers, {"gamma": 1e9}, 3),
    "codes": ("binary", data.code_categories, {"tree_method": "hist"}, 20),
    "codes-partition": ("multiclass", data.code_categories, {
        "tree_method": "hist", "max_cat_to_onehot": 1}, 12),
    "codes-onehot": ("regression", data.code_categories, {
        "tree_method": "hist", "max_cat_to_onehot": 50}, 20),
    "texts": ("binary", data.text_categories, {"tree_method": "hist"}, 20),
    "texts-partition": ("regression", data.text_categories, {
        "tree_method": "hist", "max_cat_to_onehot": 1}, 20),
    "ascii": ("binary", data.ascii_categories, {"tree_method": "hist"}, 20),
    "ascii-partition": ("multiclass", data.ascii_categories, {
        "tree_method": "hist", "max_cat_to_onehot": 1}, 12),
    "approx-codes": ("binary", data.code_categories, {
        "tree_method": "approx", "max_cat_to_onehot": 2}, 15),
}
# Objective: task, whether the target is positive, more parameters.
OBJECTIVES = {
    "binary:logistic": ("binary", False, {"scale_pos_weight": 3}),
    "binary:logitraw": ("score", False, {}),
    "binary:hinge": ("labels", False, {}),
    "multi:softprob": ("multiclass", False, {}),
    "multi:softmax": ("classes", False, {}),
    "reg:squarederror": ("regression", False, {}),
    "reg:absoluteerror": ("regression", False, {"tree_method": "hist"}),
    "reg:pseudohubererror": ("regression", False, {}),
    "reg:squaredlogerror": ("regression", True, {}),
    "reg:logistic": ("share", False, {}),
    "reg:gamma": ("regression", True, {}),
    "reg:tweedie": ("regression", True, {"tweedie_variance_power": 1.4}),
    "reg:quantileerror": ("regression", False, {"quantile_alpha": 0.8, "tree_method": "hist"}),
    "count:poisson": ("regression", True, {}),
    "rank:pairwise": ("rank", False, {}),
}
DEFAULTS = {
    "binary": {"objective": "binary:logistic"},
    "multiclass": {"objective": "multi:softprob", "num_class": 3},
    "regression": {"objective": "reg:squarederror"},
}


def matrix(frame: pd.DataFrame, label=None) -> xgboost.DMatrix:
    kinds = None
    coded = [name for name in data.CATEGORIES if name in frame]
    if coded and not any(str(kind) == "category" for kind in frame.dtypes):
        kinds = ["c" if name in coded else "q" for name in frame]
    return xgboost.DMatrix(frame, label, feature_types=kinds, enable_categorical=True, nthread=1)


def answer_of(predict, task: str):
    """The predictions in the shape of a case."""

    def answer(rows: pd.DataFrame) -> np.ndarray:
        given = np.asarray(predict(rows))
        if task == "binary":
            return np.column_stack([np.float32(1) - given, given])
        return given.reshape(len(rows), -1)

    return answer


def booster_case(name, family, task, frame, booster, form, labels_only=False, notes=()) -> Case:
    def save(directory):
        booster.save_model(directory / f"model.{form}")
        return f"model.{form}"

    predict = lambda rows: booster.predict(matrix(rows))
    if labels_only:
        ask = lambda rows: predict(rows).reshape(len(rows), 1)
    else:
        ask = answer_of(predict, task)
    classes = {"binary": [0, 1], "multiclass": [0, 1, 2], "regression": []}[task]
    label = (lambda rows: predict(rows).astype(int)) if labels_only else None
    return Case(
        name=name, family=f"xgboost/{family}", task=task, frame=frame, save=save, answer=ask,
        classes=classes, label=label, labels_only=labels_only, notes=[f"form: {form}", *notes],
        refusal_expected=unreadable(name), refuses_unseen="-ascii-" in name,
    )


def family_of(kind: str) -> str:
    first = kind.split("-")[0]
    if first in ("dart", "linear"):
        return first
    return "categories" if set(kind.split("-")) & {"codes", "texts", "ascii"} else "trees"


def unreadable(name: str) -> str:
    """Why nobody can score texts with the file alone."""
    if "-ascii-" in name and GENERATION < 3:
        return "this generation saves no texts of categories"
    if "-texts-" in name:
        return "texts of categories are not saved, or cut where they are not ASCII"
    return ""


def cases() -> Iterator[tuple[str, callable]]:
    forms = cycle(["json", "ubj"])
    for kind, (task, table, settings, rounds) in BOOSTERS.items():
        for form in ["json", "ubj"] if kind in ("hist", "dart", "codes") else [next(forms)]:
            name = f"xgboost-{kind}-{task}-{form}"
            yield name, _booster(name, kind, task, table, settings, rounds, form)
    for objective, (role, positive, settings) in OBJECTIVES.items():
        name = f"xgboost-objective-{objective.replace(':', '-')}"
        yield name, _objective(name, objective, role, positive, settings, next(forms))


def _booster(name, kind, task, table, settings, rounds, form):
    def build() -> Case:
        frame = table()
        chosen = SETTINGS | DEFAULTS[task] | settings
        booster = xgboost.train(chosen, matrix(frame, data.target(task)), trees(rounds))
        return booster_case(name, family_of(kind), task, frame, booster, form)

    return build


def _objective(name, objective, role, positive, settings, form):
    """Scores and shares are numbers to a caller; hinge and softmax answer with labels only."""
    task = {"labels": "binary", "classes": "multiclass"}.get(role, role)
    task = task if task in DEFAULTS else "regression"

    def build() -> Case:
        frame = data.numbers()
        target = data.target("binary" if role in ("score", "rank") else task, positive)
        if role == "share":
            target = 1 / (1 + np.exp(-target))
        chosen = SETTINGS | DEFAULTS[task] | {"objective": objective} | settings
        given = matrix(frame, target)
        if role == "rank":
            given.set_group([50] * (len(frame) // 50))
        booster = xgboost.train(chosen, given, trees(20))
        return booster_case(
            name, "objectives", task, frame, booster, form, role in ("labels", "classes"),
            [f"objective: {objective}"])

    return build
