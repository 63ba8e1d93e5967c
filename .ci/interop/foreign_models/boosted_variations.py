"""XGBoost and LightGBM: what teams do beside the plain training, one model each."""

from collections.abc import Iterator

import lightgbm
import numpy as np
import pandas as pd
import xgboost

import boosted_data as data
import lightgbm_cases
import tables
import xgboost_cases
from case import Case
from sizes import trees


def awkward_names(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.rename(
        columns={"age": "âge du client", "balance": "balance-2023", "ratio": "ratio (%)"})


def trained_on(frame, task, settings, rounds=15, continued=False):
    chosen = xgboost_cases.SETTINGS | xgboost_cases.DEFAULTS[task] | settings
    given = xgboost_cases.matrix(frame, data.target(task))
    booster = xgboost.train(chosen, given, trees(rounds))
    return xgboost.train(chosen, given, trees(rounds), xgb_model=booster) if continued else booster


def grown(name, task, frame, settings, rounds=15, continued=False, part=None) -> Case:
    booster = trained_on(frame, task, settings, rounds, continued)
    booster = booster[part] if part else booster
    return xgboost_cases.booster_case(name, "variations", task, frame, booster, "json")


def two_targets(name) -> Case:
    """Several numbers a row, which a prediction has no place for."""
    frame = data.numbers()
    target = data.target("regression")
    model = xgboost.XGBRegressor(n_estimators=5, n_jobs=1, random_state=3)
    model.fit(frame, np.column_stack([target, -target]))
    case = xgboost_cases.booster_case(
        name, "variations", "regression", frame, model.get_booster(), "json")
    case.refusal_expected = "two targets"
    return case


def two_classes_of_softprob(name) -> Case:
    """Two labels by a model for several."""
    frame = data.numbers()
    settings = xgboost_cases.SETTINGS | {"objective": "multi:softprob", "num_class": 2}
    given = xgboost_cases.matrix(frame, data.target("binary"))
    booster = xgboost.train(settings, given, trees(10))
    case = xgboost_cases.booster_case(name, "variations", "binary", frame, booster, "ubj")
    case.answer = lambda rows: booster.predict(xgboost_cases.matrix(rows))
    return case


def random_forest(name, task) -> Case:
    frame = data.numbers()
    kind = xgboost.XGBRFRegressor if task == "regression" else xgboost.XGBRFClassifier
    model = kind(n_estimators=trees(20), max_depth=5, n_jobs=1, random_state=3)
    model.fit(frame, data.target(task))
    case = xgboost_cases.booster_case(
        name, "variations", task, frame, model.get_booster(), "json")
    if task != "regression":
        case.answer = model.predict_proba
        case.label = model.predict
    return case


def light(name, task, frame, settings, rounds=15, array=False) -> Case:
    chosen = lightgbm_cases.SETTINGS | lightgbm_cases.DEFAULTS[task] | settings
    given = frame.to_numpy() if array else frame
    if array:
        dataset = lightgbm.Dataset(given, data.target(task))
    else:
        dataset = lightgbm_cases.dataset(frame, data.target(task))
    booster = lightgbm.train(chosen, dataset, trees(rounds))
    case = lightgbm_cases.booster_case(name, "variations", task, frame, booster)
    if array:
        answer = case.answer
        case.answer = lambda rows: answer(rows.to_numpy())
    return case


def number_categories() -> pd.DataFrame:
    """Categories of pandas that are whole numbers, and a flag."""
    frame = tables.customers()[["age", "balance", "band", "visits", "member"]]
    return frame.astype({"band": "category", "visits": "category"})


def numbered(case):
    """LightGBM takes a text in a column of such categories for missing; it is refused here."""
    case.refusal_expected = "texts among categories that are numbers"
    return case


def large_codes() -> pd.DataFrame:
    """Categories as whole numbers far from 0, and a few below it."""
    frame = data.many_categories()
    return frame.assign(shop=frame["shop"] * 37 - 37)


BY_NAME = {
    "xgboost-variation-names": lambda name: grown(
        name, "binary", awkward_names(data.numbers()), {}),
    "xgboost-variation-constrained": lambda name: grown(
        name, "regression", data.numbers(), {"monotone_constraints": "(1,0,-1,0,0,0)"}),
    "xgboost-variation-continued": lambda name: grown(
        name, "binary", data.numbers(), {}, continued=True),
    "xgboost-variation-sliced": lambda name: grown(
        name, "multiclass", data.numbers(), {}, part=slice(2, 8)),
    "xgboost-variation-deep": lambda name: grown(
        name, "regression", data.numbers(), {"max_depth": 14, "min_child_weight": 0}, 8),
    "xgboost-variation-cox": lambda name: grown(
        name, "regression", data.numbers().assign(age=1.0), {"objective": "survival:cox"}),
    "xgboost-variation-forest-multi": lambda name: random_forest(name, "multiclass"),
    "xgboost-variation-forest-number": lambda name: random_forest(name, "regression"),
    "xgboost-variation-two-of-softprob": two_classes_of_softprob,
    "xgboost-variation-two-targets": two_targets,
    "xgboost-variation-dart-one": lambda name: grown(
        name, "regression", data.numbers(), {"booster": "dart", "one_drop": 1, "rate_drop": 0.5}),
    "lightgbm-variation-array": lambda name: light(name, "binary", data.numbers(), {}, array=True),
    "lightgbm-variation-deep": lambda name: light(
        name, "regression", data.numbers(), {"num_leaves": 255, "min_data_in_leaf": 1}),
    "lightgbm-variation-constrained": lambda name: light(
        name, "binary", data.numbers(), {"monotone_constraints": [1, 0, -1, 0, 0, 0]}),
    "lightgbm-variation-number-categories": lambda name: numbered(
        light(name, "binary", number_categories(), {"min_data_per_group": 5})),
    "lightgbm-variation-large-codes": lambda name: light(
        name, "regression", large_codes(), {"min_data_per_group": 5, "cat_smooth": 1}),
    "lightgbm-variation-constant": lambda name: light(
        name, "multiclass", data.numbers().assign(constant=1.0), {}),
    "lightgbm-variation-smooth": lambda name: light(
        name, "binary", data.numbers(), {"path_smooth": 5.0, "max_delta_step": 0.5}),
    "lightgbm-variation-quantized": lambda name: light(
        name, "binary", data.numbers(), {"use_quantized_grad": True}),
}


def cases() -> Iterator[tuple[str, callable]]:
    for name, build in BY_NAME.items():
        yield name, lambda name=name, build=build: build(name)
