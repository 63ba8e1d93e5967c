"""Writes small models of XGBoost and LightGBM beside this file, each with rows and what the library answers.

    python make_booster_fixtures.py

Run once with xgboost 3.2.0 and lightgbm 4.7.0, and once with xgboost 1.7.6 and lightgbm 3.3.5 (numpy 1):
the versions stand in the names of the files and in them. Tables are drawn from a seeded generator.
NAME.json holds the columns of the rows and the answers, in full precision; NAME.model the model.
"""

import json
import pathlib

import lightgbm
import numpy as np
import pandas as pd
import xgboost

HERE = pathlib.Path(__file__).parent
ROWS = 400
KEPT = 16
IS_NEW = int(xgboost.__version__.split(".")[0]) >= 3
XGBOOST = "xgboost-" + ".".join(xgboost.__version__.split(".")[:2])
LIGHTGBM = "lightgbm-" + ".".join(lightgbm.__version__.split(".")[:2])

rng = np.random.RandomState(20260115)
numbers = pd.DataFrame({
    "age": np.round(rng.normal(40, 12, ROWS)), "balance": np.round(rng.normal(0, 1000, ROWS), 2),
    "ratio": np.where(rng.rand(ROWS) < 0.4, 0.0, rng.rand(ROWS)),
})
for name in numbers:
    numbers.loc[rng.rand(ROWS) < 0.15, name] = np.nan
codes = numbers.assign(job=rng.randint(0, 7, ROWS).astype(float))
codes.loc[rng.rand(ROWS) < 0.1, "job"] = np.nan
JOBS = ["admin", "cook", "driver", "nurse", "pilot", "teacher", "writer"]
texts = numbers.assign(
    job=pd.Categorical.from_codes(codes["job"].fillna(-1).astype(int), JOBS),
    grade=pd.Categorical(rng.choice([10, 20, 35], ROWS)))
score = (numbers["age"].fillna(30) / 12 + np.sin(numbers["balance"].fillna(500) / 300)
         + (codes["job"].fillna(3) % 3) - 4 + rng.normal(0, 0.6, ROWS))
binary = (score > 0).astype(int)
classes = np.digitize(score, [-0.7, 0.7])
positive = np.exp(score / 2)


def hard(frame):
    """The first rows, with numbers that are odd to compare in some of them."""
    frame = frame.head(KEPT).copy()
    for row, value in enumerate([0.0, -0.0, 1e-36, -1e-36, 0.1, 1e30, -1e30]):
        frame.iloc[row, row % 3] = value
    return frame


def write(name, save, frame, answers, library):
    save(HERE / f"{name}.model")
    columns = []
    for column in frame:
        cells = frame[column]
        if cells.dtype == "category" and isinstance(cells.cat.categories[0], str):
            cells = [None if pd.isna(cell) else str(cell) for cell in cells]
        else:
            cells = [None if np.isnan(cell) else float(cell) for cell in cells.astype(float)]
        columns.append({"name": column, "cells": cells})
    answers = np.asarray(answers).reshape(len(frame), -1).astype(float)
    content = {"library": library, "columns": columns, "answers": answers.tolist()}
    (HERE / f"{name}.json").write_text(json.dumps(content) + "\n")


def xgboost_models():
    def add(name, form, frame, target, rounds=2, types=None, **parameters):
        def matrix(rows, label=None):
            return xgboost.DMatrix(rows, label, feature_types=types, enable_categorical=True)

        chosen = {"max_depth": 3, "eta": 0.4, "seed": 3, "nthread": 1, "tree_method": "hist"}
        booster = xgboost.train(chosen | parameters, matrix(frame, target), rounds)

        def save(path):
            path.write_bytes(bytes(booster.save_raw(form)))

        rows = hard(frame)
        write(f"{XGBOOST}-{name}", save, rows, booster.predict(matrix(rows)),
              f"xgboost {xgboost.__version__}")

    add("logistic", "json", numbers, binary, objective="binary:logistic", base_score=0.2)
    add("softprob", "ubj", numbers, classes, 1, objective="multi:softprob", num_class=3,
        num_parallel_tree=2, subsample=0.7)
    add("poisson", "ubj", numbers, positive, objective="count:poisson")
    add("dart", "json", numbers, score, 4, booster="dart", rate_drop=0.5)
    add("linear", "ubj", numbers, classes, booster="gblinear", objective="multi:softprob",
        num_class=3, tree_method="auto")
    add("codes", "ubj", codes, binary, objective="binary:logistic", max_cat_to_onehot=1,
        types=["q", "q", "q", "c"])
    if IS_NEW:
        add("texts", "json", texts, score, max_cat_to_onehot=2)
    early_stopping()


def early_stopping():
    """Saved by the class with scikit-learn's interface, which predicts with the best rounds only."""
    model = xgboost.XGBClassifier(
        n_estimators=12, max_depth=2, learning_rate=1.0, early_stopping_rounds=3, n_jobs=1,
        tree_method="hist", random_state=3)
    held = numbers[:60], np.random.RandomState(1).randint(0, 2, 60)
    model.fit(numbers[60:], binary[60:], eval_set=[held], verbose=False)
    assert model.best_iteration + 1 < model.get_booster().num_boosted_rounds()
    rows = hard(numbers)

    def save(path):
        file = path.with_suffix(".ubj")
        model.save_model(file)
        file.rename(path)

    write(f"{XGBOOST}-early", save, rows, model.predict_proba(rows)[:, 1],
          f"xgboost {xgboost.__version__}")


def lightgbm_models():
    def add(name, frame, target, rounds=2, categorical="auto", **parameters):
        chosen = {"num_leaves": 6, "learning_rate": 0.4, "seed": 3, "num_threads": 1, "verbosity": -1,
                  "max_cat_to_onehot": 2, "min_data_per_group": 5, "cat_smooth": 1}
        data = lightgbm.Dataset(frame, target, categorical_feature=categorical)
        booster = lightgbm.train(chosen | parameters, data, rounds)
        rows = hard(frame)
        write(f"{LIGHTGBM}-{name}", booster.save_model, rows, booster.predict(rows),
              f"lightgbm {lightgbm.__version__}")

    add("binary", texts, binary, objective="binary")
    add("forest", numbers, classes, objective="multiclass", num_class=3, boosting="rf",
        bagging_freq=1, bagging_fraction=0.6)
    add("zero", numbers, score, zero_as_missing=True, boosting="dart")
    add("none", numbers.fillna(7), positive, objective="poisson")
    if not IS_NEW:
        return
    add("each", codes, classes, objective="multiclassova", num_class=3, sigmoid=1.5,
        categorical=["job"])
    add("square", numbers, score, objective="regression", reg_sqrt=True)
    add("lambda", numbers, 1 / (1 + np.exp(-score)), objective="cross_entropy_lambda")


xgboost_models()
lightgbm_models()
