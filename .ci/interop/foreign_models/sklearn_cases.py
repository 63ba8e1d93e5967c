"""scikit-learn: every estimator, after every preparation in turn, stored in every way in turn."""

from collections.abc import Iterator
from itertools import cycle

import numpy as np
import pandas as pd
from sklearn.pipeline import Pipeline

import tables
from case import Case
from preparations import PREPARATIONS
from sklearn_estimators import ESTIMATORS
from storage import STORAGE

LABELS = {
    "binary": [[0, 1], ["no", "yes"], [False, True], [0.0, 1.0], [3, 7], ["b", "a"]],
    "multiclass": [["high", "low", "mid"], [0, 1, 2], [10, 20, 30, 40], [1.0, 2.0, 4.0]],
}
FAMILIES = {"linear": "linear regression", "ridge": "linear regression",
            "lasso": "linear regression", "elastic": "linear regression",
            "logistic": "logistic regression", "extra": "extra trees",
            "boosting": "gradient boosting", "histogram": "histogram boosting"}


def fitted_case(name, family, task, model, features, target, as_array, storage) -> Case:
    """Fits, and says how the model answers."""
    given = (lambda rows: rows.to_numpy(dtype=float)) if as_array else (lambda rows: rows)
    model.fit(given(features), target)
    classes = [] if task == "regression" else model.classes_.tolist()
    labels_only = task != "regression" and not hasattr(model, "predict_proba")
    if task == "regression":
        answer = lambda rows: model.predict(given(rows)).reshape(len(rows), -1)
    elif labels_only:
        answer = lambda rows: np.searchsorted(model.classes_, model.predict(given(rows)))[:, None]
    else:
        answer = lambda rows: model.predict_proba(given(rows))
    return Case(
        name=name, family=f"scikit-learn/{family}", task=task, frame=features,
        save=lambda directory: STORAGE[storage](model, directory), answer=answer, classes=classes,
        label=None if task == "regression" else (lambda rows: model.predict(given(rows))),
        labels_only=labels_only, notes=[f"storage: {storage}"],
    )


def cases() -> Iterator[tuple[str, callable]]:
    """The names of the models, each with what makes it."""
    storages, label_sets = cycle(STORAGE), {task: cycle(sets) for task, sets in LABELS.items()}
    frame = tables.customers()
    for estimator, (make, tasks, preparations) in ESTIMATORS.items():
        for task in tasks:
            for preparation in preparations:
                storage = next(storages)
                labels = next(label_sets[task]) if task in label_sets else None
                name = f"sklearn-{estimator}-{task}-{preparation}"
                yield name, _maker(name, estimator, make, task, preparation, storage, labels, frame)


def _maker(name, estimator, make, task, preparation, storage, labels, frame: pd.DataFrame):
    def build() -> Case:
        target = tables.target(frame, task, labels)
        if preparation == "none":
            features, model, as_array = frame[tables.NUMBERS + tables.WHOLE], make(task), False
        elif preparation == "array":
            features, model, as_array = frame[tables.NUMBERS + tables.WHOLE], make(task), True
        else:
            prepare, columns, as_array = PREPARATIONS[preparation]
            features = frame[columns]
            model = Pipeline([("prep", prepare()), ("model", make(task))])
        family = FAMILIES.get(estimator.split("-")[0], estimator.split("-")[0])
        return fitted_case(name, family, task, model, features, target, as_array, storage)

    return build
