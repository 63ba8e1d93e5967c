"""scikit-learn: whole programs as teams write them, one of each kind."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
from sklearn import calibration, compose, ensemble, impute, linear_model, model_selection
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

import boosted_data
import preparations
import tables
from case import Case
from sklearn_cases import fitted_case
from sizes import depth, trees
from sklearn_estimators import GENERATION, boosting, decision_tree, forest, histogram, linear

SHARED = Path("shared") / "data" / "bank-full.csv"
# Beside the project, wherever that is checked out.
BANK = next((p / SHARED for p in Path(__file__).resolve().parents if (p / SHARED).exists()), None)


def bank_rows() -> pd.DataFrame:
    """The bank's customers: a data set of other people, where it is there."""
    frame = pd.read_csv(BANK, sep=";").sample(6000, random_state=5).reset_index(drop=True)
    random = np.random.default_rng(5)
    frame["balance"] = frame["balance"].astype(float)
    frame.loc[random.random(len(frame)) < 0.05, "balance"] = np.nan
    frame.loc[random.random(len(frame)) < 0.05, "job"] = np.nan
    return frame


def bank_pipeline(model) -> Pipeline:
    numbers = Pipeline(
        [("imputer", impute.SimpleImputer(strategy="median")), ("scaler", StandardScaler())])
    texts = Pipeline(
        [
            ("imputer", impute.SimpleImputer(strategy="constant", fill_value="missing")),
            ("onehot", OneHotEncoder(handle_unknown="ignore", sparse_output=False)),
        ]
    )
    choose = compose.make_column_selector
    columns = compose.ColumnTransformer(
        [
            ("num", numbers, choose(dtype_include=np.number)),
            ("cat", texts, choose(dtype_exclude=np.number)),
        ]
    )
    return Pipeline([("preprocess", columns), ("model", model)])


def of_bank(name, model, storage="zlib") -> Case:
    frame = bank_rows()
    target = frame.pop("y").eq("yes").astype(int).to_numpy()
    return fitted_case(name, "teams", "binary", model, frame, target, False, storage)


def of_customers(name, task, model, columns, storage="plain", labels=None, family="teams") -> Case:
    frame = tables.customers()
    target = tables.target(frame, task, labels)
    return fitted_case(name, family, task, model, frame[columns], target, False, storage)


def prefit(name) -> Case:
    """A model fitted first and calibrated after."""
    frame = tables.customers()
    target = tables.target(frame, "binary")
    base = Pipeline([("prep", preparations.bank()), ("model", forest("binary"))])
    base.fit(frame[:700], target[:700])
    if GENERATION >= (1, 6):
        from sklearn.frozen import FrozenEstimator

        model = calibration.CalibratedClassifierCV(FrozenEstimator(base), method="isotonic")
    else:
        model = calibration.CalibratedClassifierCV(base, method="isotonic", cv="prefit")
    return fitted_case(name, "teams", "binary", model, frame, target, False, "gzip")


def searched(name) -> Case:
    pipeline = Pipeline([("prep", preparations.bank()), ("model", decision_tree("binary"))])
    model = model_selection.GridSearchCV(pipeline, {"model__max_depth": [2, 5]}, cv=3)
    return of_customers(name, "binary", model, preparations.ALL)


def histogram_categories(name, task, how) -> Case:
    """Categories by the type of the column, by position, by name or by mask."""
    kind = ensemble.HistGradientBoostingClassifier
    if task == "regression":
        kind = ensemble.HistGradientBoostingRegressor
    if how == "types":
        frame = boosted_data.text_categories()
        model = kind(max_iter=trees(20), max_depth=depth(99), random_state=3, categorical_features="from_dtype")
    else:
        frame = boosted_data.code_categories()
        chosen = {
            "positions": [4, 5, 6], "names": boosted_data.CATEGORIES,
            "mask": [name in boosted_data.CATEGORIES for name in frame],
        }[how]
        model = kind(max_iter=trees(20), max_depth=depth(99), random_state=3, categorical_features=chosen)
    target = tables.target(tables.customers(), task)
    return fitted_case(name, "histogram boosting", task, model, frame, target, False, "lz4")


def encoded_categories(name) -> Case:
    """Ordinal codes first, which the model then takes as categories."""
    encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan)
    columns = compose.make_column_transformer(
        (encoder, tables.TEXTS), remainder="passthrough", verbose_feature_names_out=False)
    model = ensemble.HistGradientBoostingClassifier(
        max_iter=trees(20), max_depth=depth(99), random_state=3, categorical_features=[0, 1, 2])
    return of_customers(name, "binary", make_pipeline(columns, model), preparations.ALL)


def wrapped(name, library, task) -> Case:
    """Another library's estimator at the end of a pipeline."""
    import lightgbm
    import xgboost

    kinds = {
        ("lightgbm", "binary"): lightgbm.LGBMClassifier(
            n_estimators=15, verbosity=-1, n_jobs=1, random_state=3),
        ("lightgbm", "regression"): lightgbm.LGBMRegressor(
            n_estimators=15, verbosity=-1, n_jobs=1, random_state=3),
        ("xgboost", "binary"): xgboost.XGBClassifier(n_estimators=15, n_jobs=1, random_state=3),
        ("xgboost", "multiclass"): xgboost.XGBClassifier(
            n_estimators=10, n_jobs=1, random_state=3),
    }
    model = Pipeline([("prep", preparations.ordinals()), ("model", kinds[library, task])])
    case = of_customers(name, task, model, preparations.ALL)
    case.family = f"scikit-learn/with-{library}"
    return case


def in_a_dictionary(name) -> Case:
    """The pipeline beside what else a team keeps: a threshold, the names of its columns."""
    case = of_customers(
        name, "binary",
        Pipeline([("prep", preparations.bank()), ("model", linear("binary"))]), preparations.ALL)
    save = case.save

    def save_dictionary(directory) -> str:
        file = save(directory)
        pipeline = joblib.load(directory / file)
        joblib.dump(
            {"model": pipeline, "threshold": 0.4, "features": preparations.ALL}, directory / file)
        return file

    case.save = save_dictionary
    return case


def cross_validated(name) -> Case:
    model = linear_model.LogisticRegressionCV(Cs=4, cv=3, max_iter=300)
    pipeline = Pipeline([("prep", preparations.bank()), ("model", model)])
    return of_customers(name, "multiclass", pipeline, preparations.ALL, labels=["a", "b", "c"])


def calibrated_pipeline(model, **settings):
    return calibration.CalibratedClassifierCV(bank_pipeline(model), **settings)


def cases() -> Iterator[tuple[str, callable]]:
    made = {}
    if BANK:
        made |= {
            "bank-calibrated-histogram": lambda name: of_bank(
                name, calibrated_pipeline(histogram("binary"), method="sigmoid", cv=3)),
            "bank-calibrated-forest": lambda name: of_bank(
                name, calibrated_pipeline(forest("binary"), method="isotonic", cv=3), "xz"),
            "bank-single-logistic": lambda name: of_bank(
                name, calibrated_pipeline(linear("binary"), cv=3, ensemble=False), "bz2"),
            "bank-boosting": lambda name: of_bank(name, bank_pipeline(boosting("binary")), "pickle4"),
        }
    made |= {
        "prefit": prefit, "searched": searched, "dictionary": in_a_dictionary,
        "logistic-cv": cross_validated, "encoded-categories": encoded_categories,
    }
    for how in ["positions", "names", "mask"] + (["types"] if GENERATION >= (1, 4) else []):
        for task in ["binary", "multiclass", "regression"]:
            made[f"histogram-{how}-{task}"] = (
                lambda name, task=task, how=how: histogram_categories(name, task, how))
    if find_spec("xgboost") and find_spec("lightgbm"):
        for library, task in [("lightgbm", "binary"), ("lightgbm", "regression"),
                              ("xgboost", "binary"), ("xgboost", "multiclass")]:
            made[f"with-{library}-{task}"] = (
                lambda name, library=library, task=task: wrapped(name, library, task))
    for kind, build in made.items():
        name = f"sklearn-team-{kind}"
        yield name, lambda name=name, build=build: build(name)
