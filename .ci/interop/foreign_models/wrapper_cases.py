"""The scikit-learn classes of XGBoost and LightGBM, saved in their libraries' own formats."""

from collections.abc import Iterator

import lightgbm
import numpy as np
import pandas as pd
import xgboost

import boosted_data as data
import lightgbm_cases
import xgboost_cases
from case import Case
from sizes import depth, trees

TEXT_LABELS = np.array(["no", "yes"])


def xgboost_classifier(name, early: bool, form: str) -> Case:
    frame, target = data.numbers(), data.target("binary")
    more = {"early_stopping_rounds": 4} if early else {}
    model = xgboost.XGBClassifier(
        n_estimators=trees(120), learning_rate=0.5, max_depth=depth(5), n_jobs=1, random_state=3, **more)
    evaluated = {"eval_set": [(frame[1000:], target[1000:])], "verbose": False} if early else {}
    model.fit(frame[:1000], target[:1000], **evaluated)
    case = xgboost_cases.booster_case(
        name, "classes", "binary", frame, model.get_booster(), form, notes=["XGBClassifier"])
    case.answer = lambda rows: model.predict_proba(rows)
    case.label = lambda rows: model.predict(rows)

    def save(directory) -> str:
        model.save_model(directory / f"model.{form}")
        return f"model.{form}"

    case.save = save
    return case


def booster_of_all_trees(name) -> Case:
    """Stopped early, but `Booster.predict` takes all trees."""
    frame, target = data.numbers(), data.target("binary")
    booster = xgboost.train(
        xgboost_cases.SETTINGS | {"objective": "binary:logistic", "eta": 0.5},
        xgboost_cases.matrix(frame[:1000], target[:1000]), 120,
        evals=[(xgboost_cases.matrix(frame[1000:], target[1000:]), "validation")],
        early_stopping_rounds=4, verbose_eval=False)
    return xgboost_cases.booster_case(
        name, "classes", "binary", frame, booster, "json", notes=["all trees, beyond the best"])


def xgboost_array(name) -> Case:
    """Fitted on an array: the file names no features."""
    frame = data.numbers()
    model = xgboost.XGBRegressor(n_estimators=20, n_jobs=1, random_state=3)
    model.fit(frame.to_numpy(), data.target("regression"))
    case = xgboost_cases.booster_case(
        name, "classes", "regression", frame, model.get_booster(), "json")
    case.answer = lambda rows: model.predict(rows.to_numpy()).reshape(-1, 1)
    return case


def lightgbm_classifier(name) -> Case:
    """Labels are texts, which the file does not keep: the metadata says them."""
    frame = data.numbers().rename(columns={"age": "age in years", "visits": "visits-per-week"})
    model = lightgbm.LGBMClassifier(n_estimators=20, n_jobs=1, verbosity=-1, random_state=3)
    model.fit(frame, TEXT_LABELS[data.target("binary")])
    case = lightgbm_cases.booster_case(name, "classes", "binary", frame, model.booster_)
    case.classes = TEXT_LABELS.tolist()
    case.metadata = {"task": "binary_classification", "classes": case.classes}
    return case


def lightgbm_part(name) -> Case:
    """Written with fewer iterations than were fitted."""
    frame = data.numbers()
    booster = lightgbm.train(
        lightgbm_cases.SETTINGS | {"objective": "binary"},
        lightgbm_cases.dataset(frame, data.target("binary")), 20)
    case = lightgbm_cases.booster_case(name, "classes", "binary", frame, booster)

    def answer(rows: pd.DataFrame) -> np.ndarray:
        given = booster.predict(rows, num_iteration=7, num_threads=1)
        return np.column_stack([1 - given, given])

    def save(directory) -> str:
        booster.save_model(directory / "model.txt", num_iteration=7)
        return "model.txt"

    case.answer, case.save = answer, save
    return case


def cases() -> Iterator[tuple[str, callable]]:
    made = {
        "xgboost-class-early-json": lambda name: xgboost_classifier(name, True, "json"),
        "xgboost-class-early-ubj": lambda name: xgboost_classifier(name, True, "ubj"),
        "xgboost-class-json": lambda name: xgboost_classifier(name, False, "json"),
        "xgboost-early-all-trees": booster_of_all_trees,
        "xgboost-array": xgboost_array,
        "lightgbm-class-texts": lightgbm_classifier,
        "lightgbm-part": lightgbm_part,
    }
    for name, build in made.items():
        yield name, lambda name=name, build=build: build(name)
